package io.personaagent.app.dojo;

import java.util.Locale;

/** So many of so many, with Wilson's interval at 95 %. */
record Rate(long hits, long all) {

    private static final double Z = 1.959964;

    double share() {
        return all == 0 ? 0 : (double) hits / all;
    }

    private double bound(int sign) {
        double z2 = Z * Z;
        double middle = share() + z2 / (2 * all);
        double reach = Z * Math.sqrt(share() * (1 - share()) / all + z2 / (4.0 * all * all));
        return (middle + sign * reach) / (1 + z2 / all);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d = %.3f (%.3f-%.3f)", hits, all, share(), bound(-1), bound(1));
    }
}
