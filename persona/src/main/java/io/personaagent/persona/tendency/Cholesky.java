package io.personaagent.persona.tendency;

/** Solves linear equations of a symmetric, positive definite matrix. */
final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors the matrix in its place; only what is on and below its diagonal is read.
     *
     * @throws IllegalArgumentException when it is not positive definite
     */
    static Cholesky of(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= matrix[row][k] * matrix[column][k];
                }
                if (row == column && !(rest > 0)) {
                    throw new IllegalArgumentException("the matrix is not positive definite at row " + row);
                }
                matrix[row][column] = row == column ? Math.sqrt(rest) : rest / matrix[column][column];
            }
        }
        return new Cholesky(matrix);
    }

    /** The x of matrix * x = right. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int row = 0; row < x.length; row++) {
            for (int k = 0; k < row; k++) {
                x[row] -= lower[row][k] * x[k];
            }
            x[row] /= lower[row][row];
        }
        for (int row = x.length - 1; row >= 0; row--) {
            for (int k = row + 1; k < x.length; k++) {
                x[row] -= lower[k][row] * x[k];
            }
            x[row] /= lower[row][row];
        }
        return x;
    }
}
