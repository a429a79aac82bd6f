package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.ReviewPassed;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.SignatureGaps;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.inspection.visit.VoidedSignatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a visit's record is signed and its result agreed to, as a page shows it.
 *
 * @param legal whether the reader is a legal reviewer
 * @param lifts whether he may lift a hold: legal reviewers and the coordinator
 * @param seesSheet whether he sees the sheet with the names of who signed
 */
public record ShownClosing(
    VisitSummary visit, Officer reader, boolean legal, boolean lifts, boolean seesSheet) {
  private static final int GROUP = 4;

  /**
   * One officer of the team.
   *
   * @param signature absent as long as he has not signed
   */
  public record Member(String number, @Nullable OfficerSignature signature) {}

  /**
   * One step of the review.
   *
   * @param passed absent as long as nobody took it
   */
  public record Step(ReviewStep asked, @Nullable ReviewPassed passed) {}

  /** Whether the visit is over, so that there is anything to show. */
  public boolean any() {
    return visit.closing() != null;
  }

  public ClosingSummary done() {
    return Objects.requireNonNull(visit.closing());
  }

  /** The hash as two people compare it: groups of four. */
  public String spaced() {
    return done().recordHash().replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1 ");
  }

  /** Its first digits, which an officer types who signs without a key, in the same groups. */
  public String checkCode() {
    return done()
        .recordHash()
        .substring(0, VisitRecord.CHECK_DIGITS)
        .replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1 ");
  }

  public List<Member> members() {
    return visit.inspectors().stream()
        .map(one -> new Member(one, signature(one).orElse(null)))
        .toList();
  }

  private Optional<OfficerSignature> signature(String officer) {
    return done().officers().stream()
        .filter(one -> SecondPerson.isSame(one.officer(), officer))
        .findFirst();
  }

  /** The number under which the team lists the reader; nothing where it does not. */
  private Optional<String> mine() {
    return visit.inspectors().stream()
        .filter(one -> SecondPerson.isSame(one, reader.account()))
        .findFirst();
  }

  /** Whether the record is signed now. */
  public boolean open() {
    return any() && VisitState.valueOf(visit.state()) == VisitState.FINISHED;
  }

  /** Whether the reader has to sign it. */
  public boolean signs() {
    return open() && mine().filter(one -> signature(one).isEmpty()).isPresent();
  }

  /** The fields of the form that says why a signature cannot be had begin with it. */
  static String gapField(String of) {
    return "gaps.%s.".formatted(of);
  }

  /**
   * A signature that is missing.
   *
   * @param who in words
   */
  public record Lacking(String of, String who) {
    public String field() {
      return gapField(of) + "reason";
    }
  }

  public List<Lacking> lacking(SigningWords words) {
    return done().missing().stream()
        .map(one -> new Lacking(one, String.join("", said(List.of(one), words))))
        .toList();
  }

  /** Each signature the record goes without, or is asked to, with its reason. */
  public List<SignatureGap> gaps() {
    SignatureGaps gaps = done().gaps();
    return gaps == null ? List.of() : gaps.gaps();
  }

  /** Whom a gap is of, in words. */
  public String who(SignatureGap gap, SigningWords words) {
    return String.join("", said(List.of(gap.of()), words));
  }

  /** Whether signatures are missing that nobody has asked to go without, and that may be. */
  private boolean isGapped() {
    return open() && done().clause() == null && !done().missing().isEmpty();
  }

  /** Whether the reader may ask to go without the signatures of others. */
  public boolean asksGaps() {
    return isGapped()
        && done().gaps() == null
        && mine().filter(one -> signature(one).isPresent()).isPresent();
  }

  /** Whether he would have to sign himself first. */
  public boolean signsFirst() {
    return isGapped() && done().gaps() == null && signs();
  }

  private boolean answersGaps() {
    SignatureGaps gaps = done().gaps();
    return open() && gaps != null && reader.files(visit.inspectors(), visit.ofUnits());
  }

  /** Whether the reader agrees that they are not given. */
  public boolean agreesGaps() {
    return answersGaps()
        && !Objects.requireNonNull(done().gaps()).stands()
        && !ownGaps()
        && mine().filter(one -> signature(one).isEmpty()).isEmpty();
  }

  /** Whether he sends the request back, or takes it back. */
  public boolean declinesGaps() {
    return answersGaps();
  }

  public boolean ownGaps() {
    SignatureGaps gaps = done().gaps();
    return gaps != null && SecondPerson.isSame(gaps.by(), reader.account());
  }

  /** Whether a result was recorded without signatures nobody gave a reason for. */
  public boolean unexplained() {
    return any() && !open() && !done().missing().isEmpty() && done().gaps() == null;
  }

  /** Whose signature is missing, in words. */
  public String missing(SigningWords words) {
    return String.join("、", said(done().missing(), words));
  }

  /** Whose signatures are void, in words. */
  public String gone(VoidedSignatures signatures, SigningWords words) {
    return String.join("、", whose(signatures, words));
  }

  /** Each whose signature is void; the subject by that word. */
  static List<String> whose(VoidedSignatures signatures, SigningWords words) {
    List<String> who = new ArrayList<>(signatures.officers());
    if (signatures.ofSubject()) {
      who.addFirst("SUBJECT");
    }
    return said(who, words);
  }

  /** The subject by that word, an officer by his number. */
  static String named(String who, GapWords words) {
    return who.equals("SUBJECT") ? words.theSubject() : who;
  }

  private static List<String> said(List<String> who, SigningWords words) {
    return who.stream().map(one -> one.equals("SUBJECT") ? words.theSubject() : one).toList();
  }

  /** What a key signs, its lines apart by a bar. */
  public String message() {
    return "double-random/visit-record/1|%s|%s|%s"
        .formatted(visit.visitId(), done().recordHash(), mine().orElse(""));
  }

  public List<Step> steps() {
    List<ReviewStep> review = done().review();
    List<ReviewStep> asked = review == null ? List.of() : review;
    return IntStream.range(0, asked.size())
        .mapToObj(
            i -> new Step(asked.get(i), i < done().passed().size() ? done().passed().get(i) : null))
        .toList();
  }

  private boolean isMyTurn(ReviewStep.By step) {
    return any()
        && done().nextReview() == step
        && !SecondPerson.isSame(reader.account(), String.valueOf(done().recordedBy()))
        && done().passed().stream()
            .noneMatch(one -> SecondPerson.isSame(one.by(), reader.account()));
  }

  /** Whether the reader confirms the result or returns it. */
  public boolean confirms() {
    return isMyTurn(ReviewStep.By.LEADER)
        && (mine().isPresent()
            || (reader.reach() == Officer.Reach.UNIT && reader.isOf(visit.ofUnits())));
  }

  /** Whether something was found that may have to be followed. */
  public boolean followable() {
    return any()
        && done().recordedBy() != null
        && visit.answers().stream().anyMatch(answer -> ResultCode.areFinding(answer.codes()));
  }

  /** Whether the reader may hold the result back. */
  public boolean holdable() {
    return any()
        && VisitState.valueOf(visit.state()) == VisitState.IN_REVIEW
        && done().hold() == null
        && (lifts || (reader.reach() == Officer.Reach.UNIT && reader.isOf(visit.ofUnits())));
  }

  /** Whether the reader may let it go. */
  public boolean liftable() {
    return any()
        && lifts
        && done().hold() != null
        && mine().isEmpty()
        && !SecondPerson.isSame(reader.account(), done().hold().by());
  }

  /** Whether the reader reviews it or returns it. */
  public boolean reviews() {
    return legal && isMyTurn(ReviewStep.By.LEGAL) && mine().isEmpty();
  }
}
