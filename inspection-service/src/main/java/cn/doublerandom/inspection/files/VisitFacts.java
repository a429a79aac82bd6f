package cn.doublerandom.inspection.files;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.PaperPeople;
import cn.doublerandom.inspection.application.PrintedVisit;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.evidence.PhotoFacts;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.SignatureGaps;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.paperkit.Fours;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the papers of a visit say, as their template wants it.
 *
 * @param subject name, or the code where none is known
 * @param address empty where none is known
 * @param closing absent as long as the visit is not over
 * @param recordHash in groups of four; empty likewise
 * @param people what those are called who are named
 */
public record VisitFacts(
    VisitSummary visit,
    PreparationSummary prepared,
    String subject,
    String address,
    String issuer,
    List<Item> items,
    @Nullable ClosingSummary closing,
    String recordHash,
    List<Member> members,
    String result,
    List<FollowUp> followUps,
    List<KeptEvidence> evidence,
    PaperPeople people) {
  private static final DateTimeFormatter CAMERA =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /**
   * One item.
   *
   * @param found what its codes say; empty where it was not answered
   * @param questions that were asked; none where it has no checklist
   * @param violation absent where nothing was found, or nobody said
   */
  public record Item(
      String code,
      String name,
      String found,
      String note,
      List<Reply> replies,
      List<Question> questions,
      @Nullable Violation violation) {
    /** Questions that photos answer. */
    public List<Question> shownByPhotos() {
      return questions.stream().filter(one -> one.kind() == Question.Kind.PHOTO).toList();
    }

    /** What was asked, or the number of the question where nobody knows any more. */
    public String textOf(String question) {
      return questions.stream()
          .filter(one -> one.id().equals(question))
          .findFirst()
          .map(Question::text)
          .orElse(question);
    }
  }

  /** Whether its result was corrected or withdrawn in public since; its record stays as it is. */
  public boolean isAmended() {
    return visit.amendment() != null;
  }

  /** What the codes that hold now say; empty where it was withdrawn. */
  public String holding() {
    return ResultCode.text(visit.holding());
  }

  /** A time to the second, as the office's clock shows it. */
  public String second(Instant at) {
    return CAMERA.format(at.atZone(BusinessClock.SHANGHAI));
  }

  /** Who was of the team and is not since a recusal was agreed to; empty where nobody was. */
  public String replaced() {
    return prepared.recusals().stream()
        .filter(one ->
            one.decided() != null && one.decided().agreed() && !Boolean.TRUE.equals(one.expert()))
        .filter(one -> !isOnTeam(one.inspector()))
        .map(one -> people.called(one.inspector()))
        .distinct()
        .collect(Collectors.joining("、"));
  }

  /** What was taken and not withdrawn. */
  public List<KeptEvidence> standing() {
    return evidence.stream().filter(KeptEvidence::stands).toList();
  }

  /** What an item is called; its code where the task has none of it. */
  public String nameOf(String code) {
    return items.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .map(Item::name)
        .orElse(code);
  }

  /** How many photos answer a question of an item. */
  public long photos(String item, String question) {
    return evidence.stream()
        .filter(KeptEvidence::stands)
        .map(KeptEvidence::evidence)
        .filter(one -> one.kind() == EvidenceKind.PHOTO)
        .filter(one -> item.equals(one.item()) && question.equals(one.question()))
        .count();
  }

  /** When a photo says of itself that it was taken, by its camera; empty where it does not. */
  public String photoTime(KeptEvidence piece) {
    PhotoFacts photo = piece.evidence().photo();
    LocalDateTime at = photo == null ? null : photo.takenAt();
    if (photo == null || at == null) {
      return "";
    }
    return CAMERA.format(at) + (photo.offset() == null ? "" : " " + photo.offset());
  }

  /**
   * One of the team.
   *
   * @param name empty where it is not known
   * @param certificates he shows; empty where they are not known
   * @param signature absent as long as he has not signed
   * @param gap why it is agreed that he does not sign; absent where it is not
   */
  public record Member(
      String number,
      String name,
      String certificates,
      @Nullable OfficerSignature signature,
      @Nullable SignatureGap gap) {
    /** Whether there is room for his signature. */
    public boolean signs() {
      return signature != null || gap == null;
    }
  }

  /** Whether there is room for the signature of the subject. */
  public boolean signsSubject() {
    return closing == null || closing.subject() != null || subjectGap() == null;
  }

  /** Why it is agreed that the subject does not sign; absent where it is not. */
  public @Nullable SignatureGap subjectGap() {
    return gap("SUBJECT", closing);
  }

  /** Whether an account is of the team. */
  public boolean isOnTeam(String account) {
    return SecondPerson.isAmong(account, visit.inspectors());
  }

  static VisitFacts of(PrintedVisit printed, PaperPeople people) {
    VisitSummary visit = printed.visit();
    KnownSubject known = printed.subject();
    ClosingSummary closing = visit.closing();
    return new VisitFacts(
        visit,
        printed.prepared(),
        known == null ? visit.subjectId() : known.name(),
        known == null || known.address() == null ? "" : known.address(),
        printed.issuer(),
        printed.items().stream().map(item -> item(item, visit)).toList(),
        closing,
        closing == null ? "" : Fours.of(closing.recordHash()),
        visit.inspectors().stream().map(one -> member(one, people, closing)).toList(),
        ResultCode.text(visit.codes()),
        printed.followUps(),
        printed.evidence(),
        people);
  }

  private static Item item(Assignment.Item item, VisitSummary visit) {
    Optional<Answer> answer =
        visit.answers().stream().filter(one -> one.itemCode().equals(item.code())).findFirst();
    return new Item(
        item.code(),
        item.name(),
        answer.map(one -> ResultCode.text(one.codes())).orElse(""),
        answer.map(Answer::note).orElse(""),
        answer.map(Answer::replied).orElse(List.of()),
        item.asked(),
        answer.map(Answer::violation).orElse(null));
  }

  private static Member member(
      String number, PaperPeople people, @Nullable ClosingSummary closing) {
    return new Member(
        number,
        people.nameOf(number),
        String.join("、", people.certificatesOf(number)),
        closing == null
            ? null
            : closing.officers().stream()
                .filter(one -> SecondPerson.isSame(one.officer(), number))
                .findFirst()
                .orElse(null),
        gap(number, closing));
  }

  /** Only what another person agreed to is a signature that does not come. */
  private static @Nullable SignatureGap gap(String whose, @Nullable ClosingSummary closing) {
    SignatureGaps asked = closing == null ? null : closing.gaps();
    return asked == null || !asked.stands()
        ? null
        : asked.gaps().stream()
            .filter(one -> SecondPerson.isSame(one.of(), whose))
            .findFirst()
            .orElse(null);
  }
}
