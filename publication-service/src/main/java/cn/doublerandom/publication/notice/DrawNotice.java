package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 抽查任务公告: a draw from its commitment on.
 *
 * @param phase COMMITTED, SEALED, EXECUTED or VOIDED
 * @param commitHash empty where a round was voided before it was committed to
 * @param executeBy empty there too
 * @param resultHash empty before it is public
 * @param selected drawn subjects, ascending
 * @param executedOn empty before execution
 * @param voidReason empty unless voided
 * @param sealing what is public of a sealed draw; absent where it was open from the start
 * @param overdueSince the time it named itself and did not keep; absent where it did
 * @param replacements subjects for whom an alternate is visited; absent where there are none
 * @param together plan and task numbers of all tasks drawn as one; absent where it stands alone
 * @param chance what the chance rests on, and on whose honesty; absent in notices of old
 * @param excludedByHand subjects two people left out; absent where there are none
 * @param terms slots, floor and caps in sentences, and who agreed; absent in notices of old
 * @param names of the drawn in the frozen frame; absent before execution, and in notices of old
 * @param teamsOf the draw whose subjects got other teams here; absent where subjects were drawn
 * @param visits when and by whom they are held; absent before execution, and in notices of old
 * @param termsInEnglish the sentences of {@code terms} in English; absent in notices of old
 * @param chanceInEnglish what {@code chance} says, in English; absent in notices of old
 */
public record DrawNotice(
    String drawId,
    String planId,
    String taskId,
    int round,
    String phase,
    long frameSize,
    String commitHash,
    String executeBy,
    String resultHash,
    List<String> selected,
    String executedOn,
    String voidReason,
    @Nullable DrawSealing sealing,
    @Nullable String overdueSince,
    @Nullable List<SubjectReplacement> replacements,
    @Nullable List<String> together,
    @Nullable String chance,
    @Nullable List<HandExclusion> excludedByHand,
    @Nullable List<String> terms,
    @Nullable List<Name> names,
    @Nullable String teamsOf,
    @Nullable DrawnVisits visits,
    @Nullable List<String> termsInEnglish,
    @Nullable String chanceInEnglish)
    implements Noted {
  public DrawNotice {
    names = names == null ? null : List.copyOf(names);
    terms = terms == null ? null : List.copyOf(terms);
    termsInEnglish = termsInEnglish == null ? null : List.copyOf(termsInEnglish);
    excludedByHand = excludedByHand == null ? null : List.copyOf(excludedByHand);
    selected = List.copyOf(selected);
    together = together == null ? null : List.copyOf(together);
    replacements = replacements == null ? null : List.copyOf(replacements);
  }

  /** A draw that was committed to and not made yet. */
  public static DrawNotice committed(
      String drawId,
      String planId,
      String taskId,
      int round,
      long frameSize,
      String commitHash,
      String executeBy,
      @Nullable List<String> together,
      @Nullable String chance,
      @Nullable List<HandExclusion> excludedByHand,
      @Nullable List<String> terms) {
    return new DrawNotice(
        drawId,
        planId,
        taskId,
        round,
        "COMMITTED",
        frameSize,
        commitHash,
        executeBy,
        "",
        List.of(),
        "",
        "",
        null,
        null,
        null,
        together,
        chance,
        excludedByHand,
        terms,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same draw with what its commitment says in English too. */
  public DrawNotice inEnglish(@Nullable List<String> saidTerms, @Nullable String saidChance) {
    return with(later().inEnglish(saidTerms, saidChance));
  }

  /** A round may be voided before it was promised in public. */
  public boolean wasCommitted() {
    return !commitHash.isEmpty();
  }

  /** The same draw after it was made and sealed. */
  public DrawNotice sealed(DrawSealing made, LocalDate on) {
    return with("SEALED", resultHash, selected, on.toString(), voidReason, later().sealed(made));
  }

  /** The same draw after everybody may see it; a sealed one keeps the day it was made. */
  DrawNotice executed(NoticeEvent.DrawNoticeIssued issued) {
    return with(
        "EXECUTED",
        issued.resultHash(),
        issued.selected(),
        executedOn.isEmpty() ? issued.executedOn().toString() : executedOn,
        voidReason,
        later().issued(issued));
  }

  /** The same draw after it was voided. */
  public DrawNotice voided(String reason, @Nullable String wouldBe) {
    String hash = resultHash.isEmpty() && wouldBe != null ? wouldBe : resultHash;
    return with("VOIDED", hash, selected, executedOn, reason, later());
  }

  private ToldLater later() {
    return ToldLater.of(this);
  }

  private DrawNotice with(ToldLater told) {
    return with(phase, resultHash, selected, executedOn, voidReason, told);
  }

  private DrawNotice with(
      String next, String hash, List<String> drawn, String on, String reason, ToldLater told) {
    return new DrawNotice(
        drawId,
        planId,
        taskId,
        round,
        next,
        frameSize,
        commitHash,
        executeBy,
        hash,
        drawn,
        on,
        reason,
        told.sealing(),
        told.overdueSince(),
        told.replacements(),
        together,
        told.chance(),
        excludedByHand,
        terms,
        told.names(),
        told.teamsOf(),
        told.visits(),
        told.english().terms(),
        told.english().chance());
  }

  /**
   * What a subject was called in the frozen frame; empty where that was not told, as in notices of
   * old.
   */
  public Optional<String> nameOf(String subject) {
    return Stream.of(
            names == null ? Stream.<Name>empty() : names.stream(),
            replaced().stream().map(r -> new Name(r.alternate(), r.name())),
            excluded().stream().map(e -> new Name(e.subject(), e.name())))
        .flatMap(told -> told)
        .filter(told -> told.subject().equals(subject))
        .flatMap(told -> Stream.ofNullable(told.name()))
        .findFirst();
  }

  /** The same draw after its time had passed. */
  public DrawNotice overdue(String due) {
    return with(later().overdue(due));
  }

  /** The same draw with one more subject replaced. */
  public DrawNotice replaced(SubjectReplacement replacement) {
    List<SubjectReplacement> more = new ArrayList<>(replaced());
    more.add(replacement);
    return with(later().replaced(more));
  }

  /** The same draw with a replacement that did not come about, and stays to be seen. */
  DrawNotice undone(String subject, String alternate, String why) {
    List<SubjectReplacement> all =
        replaced().stream().map(r -> r.isPending(subject, alternate) ? r.undone(why) : r).toList();
    return with(later().replaced(all));
  }

  /** Subjects for whom an alternate is visited, in the order they were replaced. */
  public List<SubjectReplacement> replaced() {
    return replacements == null ? List.of() : replacements;
  }

  /** Subjects two people left out, each with its reason. */
  public List<HandExclusion> excluded() {
    return excludedByHand == null ? List.of() : excludedByHand;
  }

  /** The other tasks a firm is visited for at the same time (综合查一次). */
  public List<String> others() {
    String own = planId + "-" + taskId;
    return together == null
        ? List.of()
        : together.stream().filter(task -> !task.equals(own)).toList();
  }

  /** Everybody the notice names. */
  public List<String> named() {
    return Stream.of(
            selected.stream(),
            replaced().stream().flatMap(r -> Stream.of(r.subject(), r.alternate())),
            excluded().stream().map(HandExclusion::subject))
        .flatMap(subjects -> subjects)
        .distinct()
        .toList();
  }

  /** Whether it was made and stands, sealed or open. */
  public boolean wasMade() {
    return phase.equals("EXECUTED") || phase.equals("SEALED");
  }

  /** Drawn and voided before anybody outside knew who: the list is in its bundle only. */
  public boolean voidedSealed() {
    return phase.equals("VOIDED") && sealing != null && selected.isEmpty();
  }

  /** Region and year of the plan, its key. */
  public String planKey() {
    return planKey(planId);
  }

  /** What its id begins with. */
  public String region() {
    return drawId.substring(0, Math.max(0, drawId.indexOf('-')));
  }

  /** Region and year of a plan of the same office. */
  public String planKey(String planNumber) {
    return region() + "-" + (planNumber.length() < 4 ? planNumber : planNumber.substring(0, 4));
  }

  /** The keys of all plans it belongs to. */
  public List<String> planKeys() {
    return Stream.concat(Stream.of(planKey()), others().stream().map(this::planKey))
        .distinct()
        .toList();
  }

  /** How many were drawn, as far as that is public. */
  public long drawn() {
    return sealing != null && selected.isEmpty() ? sealing.drawn() : selected.size();
  }

  /** Whether subjects were drawn, and no team was found for them. */
  public boolean lacksTeams() {
    return visits != null && Boolean.TRUE.equals(visits.withoutTeams());
  }

  /** A subject in the frozen frame; its name is absent where it was not told. */
  public record Name(String subject, @Nullable String name) {}

  /** A subject left out by hand, and why; its name is that of the frame, absent of old. */
  public record HandExclusion(String subject, String reason, @Nullable String name) {}
}
