package io.personaagent.app.eval.predict;

import io.personaagent.app.eval.subject.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each person's questions, by the setting in which and the exam of which they were asked. */
final class Marks {

    private record Paper(Setting setting, int exam) {}

    private final Map<Paper, Map<String, List<Verdict>>> marks = new LinkedHashMap<>();
    private Account account = Account.NOTHING;

    void add(Setting setting, int exam, String user, List<Verdict> verdicts) {
        marks.computeIfAbsent(new Paper(setting, exam), first -> new LinkedHashMap<>())
                .computeIfAbsent(user, first -> new ArrayList<>())
                .addAll(verdicts);
    }

    void took(Account more) {
        account = account.and(more);
    }

    /** Adds what became of other people, in their order. */
    void add(Marks more) {
        more.marks.forEach((paper, byUser) ->
                byUser.forEach((user, verdicts) -> add(paper.setting(), paper.exam(), user, verdicts)));
        took(more.account);
    }

    Map<String, List<Verdict>> of(Setting setting, int exam) {
        return marks.getOrDefault(new Paper(setting, exam), Map.of());
    }

    Account account() {
        return account;
    }
}
