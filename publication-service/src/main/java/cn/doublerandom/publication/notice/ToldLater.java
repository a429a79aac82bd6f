package cn.doublerandom.publication.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may come to be told of a draw at any time; see {@link DrawNotice}. */
record ToldLater(
    @Nullable DrawSealing sealing,
    @Nullable String overdueSince,
    @Nullable List<SubjectReplacement> replacements,
    @Nullable String chance,
    @Nullable List<DrawNotice.Name> names,
    @Nullable String teamsOf,
    @Nullable DrawnVisits visits,
    InEnglish english) {
  /** The sentences that were told in English too; absent where they were not, as in all of old. */
  record InEnglish(@Nullable List<String> terms, @Nullable String chance) {}

  static ToldLater of(DrawNotice draw) {
    return new ToldLater(
        draw.sealing(),
        draw.overdueSince(),
        draw.replacements(),
        draw.chance(),
        draw.names(),
        draw.teamsOf(),
        draw.visits(),
        new InEnglish(draw.termsInEnglish(), draw.chanceInEnglish()));
  }

  ToldLater sealed(DrawSealing made) {
    return new ToldLater(made, overdueSince, replacements, chance, names, teamsOf, visits, english);
  }

  /** The English sentence is that of the Chinese one it came with, or there is none. */
  ToldLater issued(NoticeEvent.DrawNoticeIssued issued) {
    return new ToldLater(
        sealing == null ? null : sealing.opened(issued.executedOn()),
        overdueSince,
        replacements,
        issued.chance() == null ? chance : issued.chance(),
        issued.names(),
        issued.teamsOf(),
        issued.visits(),
        issued.chance() == null
            ? english
            : new InEnglish(english.terms(), issued.chanceInEnglish()));
  }

  ToldLater overdue(String due) {
    return new ToldLater(sealing, due, replacements, chance, names, teamsOf, visits, english);
  }

  ToldLater replaced(List<SubjectReplacement> all) {
    return new ToldLater(sealing, overdueSince, all, chance, names, teamsOf, visits, english);
  }

  ToldLater inEnglish(@Nullable List<String> saidTerms, @Nullable String saidChance) {
    return new ToldLater(
        sealing,
        overdueSince,
        replacements,
        chance,
        names,
        teamsOf,
        visits,
        new InEnglish(saidTerms, saidChance));
  }
}
