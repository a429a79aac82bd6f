package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a draw, in words; of a sealed one it names nobody. */
final class DrawTimeline {
  /** A ceremony is a matter of seconds: a reveal waits sixty of them. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SHANGHAI);

  private DrawTimeline() {}

  static List<Happening> of(
      List<DrawStory.Happened> story, StoryLineWords words, DrawingWords draws) {
    return story.stream()
        .map(happened -> {
          Said said = said(happened.event(), words, draws);
          String when = TIME.format(happened.at());
          return Happening.of(
              said.fact(),
              said.people().isEmpty() ? happened.by() : said.people(),
              when,
              happened.recorded().equals(happened.day()) ? when : happened.recorded().toString(),
              said.why());
        })
        .toList();
  }

  /**
   * The same as a story: oldest first, each with the clause it is done by and its entry.
   *
   * @param places seq by version
   */
  static List<Happening> story(
      List<DrawStory.Happened> story,
      Map<Long, Long> places,
      StoryLineWords words,
      DrawingWords draws) {
    return story.reversed().stream()
        .map(happened -> {
          Happening line = of(List.of(happened), words, draws).getFirst();
          Long seq = places.get(happened.version());
          return new Happening(
              line.fact(),
              line.who(),
              line.day(),
              line.recorded(),
              line.why(),
              StoryClauses.of(happened.event()).map(words::clauseOf).orElse(""),
              seq == null ? "" : DrawPlaces.entry(seq),
              false);
        })
        .toList();
  }

  /**
   * @param people who did it, where it took two or was somebody without an account
   */
  private record Said(String fact, String why, String people) {
    Said(String fact) {
      this(fact, "", "");
    }
  }

  private static Said said(DrawEvent event, StoryLineWords words, DrawingWords draws) {
    return switch (event) {
      case DrawEvent.FrameFrozen(var frame) -> new Said(words.frozen(frame.round()));
      case DrawEvent.TermsApproved approved -> new Said(words.termsApproved());
      case DrawEvent.WitnessNamed named ->
          new Said(
              named.account() == null
                  ? words.codeIssued(named.name(), draws.kindOf(named.kind()))
                  : words.witnessNamed(named.name(), draws.kindOf(named.kind())));
      case DrawEvent.WitnessReleased released -> new Said(words.witnessReleased(released.name()));
      case ReleaseEvent.ReleaseRequested e ->
          new Said(words.releaseAsked(e.name()), e.reason(), "");
      case ReleaseEvent.ReleaseEnded e ->
          new Said(
              e.withdrawn() ? words.releaseTakenBack(e.name()) : words.releaseDeclined(e.name()),
              e.reason(),
              "");
      case ReleaseEvent.PromiseReleased e ->
          new Said(
              words.promiseReleased(e.name()),
              e.reason(),
              Happening.two(e.requestedBy(), e.approvedBy()));
      case DrawEvent.WitnessCodeMissed missed ->
          new Said(words.codeMissed(missed.name()), "", words.somebody());
      case DrawEvent.ContributionPromised promised ->
          new Said(words.promised(promised.by()), "", witness(promised.account(), promised.by()));
      case DrawEvent.SecretDeposited deposited -> new Said(words.deposited());
      case DrawEvent.DepositConfirmed confirmed -> new Said(words.depositConfirmed());
      case DrawEvent.DrawCommitted committed ->
          new Said(words.committed(committed.commitHash().substring(0, SHORT)));
      case DrawEvent.ContributionRevealed e ->
          new Said(
              words.revealed(e.contribution().by()),
              "",
              witness(e.account(), e.contribution().by()));
      case DrawEvent.EntropyObserved observed -> new Said(observed(observed.entropy(), words));
      case DrawEvent.DrawExecuted executed ->
          new Said(
              executed.salt() == null
                  ? words.executed(executed.result().selected().size())
                  : words.executedSealed());
      case DrawEvent.DrawOpened opened -> new Said(words.opened());
      case DrawEvent.VoidApproved approved -> new Said(words.voidApproved(), approved.reason(), "");
      case DrawEvent.VoidEnded e ->
          new Said(e.withdrawn() ? words.voidTakenBack() : words.voidDeclined(), e.reason(), "");
      case DrawEvent.DrawVoided e ->
          new Said(words.voided(), e.reason(), Happening.two(e.requestedBy(), e.approvedBy()));
      case DrawEvent.DrawOverdue overdue ->
          new Said(words.overdue(overdue.due()), "", words.system());
      case ReplacementEvent changed -> changed(changed, words);
    };
  }

  private static final int SHORT = 12;

  private static String observed(Entropy.Reveal entropy, StoryLineWords words) {
    return switch (entropy) {
      case Entropy.CeremonyReveal ceremony -> words.secretRevealed();
      case Entropy.LotteryReveal lottery -> words.observed();
      case Entropy.DrandReveal drand -> words.observed();
    };
  }

  private static Said changed(ReplacementEvent event, StoryLineWords words) {
    return switch (event) {
      case ReplacementEvent.ReplacementRequested e ->
          new Said(
              e.inspector() == null
                  ? words.subjectAsked(e.subject())
                  : words.memberAsked(e.subject(), e.inspector()),
              e.reason(),
              "");
      case ReplacementEvent.ReplacementEnded e ->
          new Said(words.ended(e.subject()), e.reason(), "");
      case ReplacementEvent.HandoverRefused e ->
          new Said(words.handoverRefused(e.subject(), e.inspector()), e.why(), "");
      case ReplacementEvent.SubjectReplaced e ->
          new Said(
              words.subjectReplaced(e.subject(), e.alternate()),
              e.reason(),
              Happening.two(e.requestedBy(), e.approvedBy()));
      case ReplacementEvent.InspectorReplaced e ->
          new Said(
              words.memberReplaced(e.subject(), e.inspector(), e.substitute()),
              e.reason(),
              Happening.two(e.requestedBy(), e.approvedBy()));
      case ReplacementEvent.ReplacementSettled e -> new Said(words.settled(e.subject()));
      case ReplacementEvent.ReplacementUndone e -> new Said(words.undone(e.subject()), e.why(), "");
      case ReplacementEvent.MemberRecused e -> new Said(words.recused(e.subject(), e.inspector()));
      case ReplacementEvent.KeepingRequested e ->
          new Said(words.keepAsked(e.subject(), e.inspector()), e.reason(), "");
      case ReplacementEvent.MemberKept e ->
          new Said(
              words.kept(e.subject(), e.inspector()),
              e.reason(),
              Happening.two(e.requestedBy(), e.approvedBy()));
    };
  }

  /** Somebody without an account is known by his name in the commit. */
  private static String witness(@Nullable String account, String name) {
    return Optional.ofNullable(account).orElse(name);
  }
}
