package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.application.PhoneSync.Differing;
import cn.doublerandom.inspection.application.PhoneSync.SaidHere;
import cn.doublerandom.inspection.application.PhoneSync.StepOutcome;
import cn.doublerandom.inspection.application.PhoneSync.Synced;
import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.phone.SecondOfficer.Confirmation;
import cn.doublerandom.inspection.phone.TakenStep;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.servicekit.rest.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a phone is answered, as programs read it. */
public final class PhoneStepAnswers {
  private PhoneStepAnswers() {}

  /**
   * What became of one step.
   *
   * @param code of REFUSED; absent of others
   * @param text of it in the reader's language; likewise
   */
  public record StepReceipt(
      String id, StepOutcome outcome, @Nullable String code, @Nullable String text) {}

  /**
   * A step with both of its times.
   *
   * @param claimedAt when its officer did it, by his phone
   * @param countsAt the same within the phone's last contact and receipt
   * @param receivedAt when the server took it
   * @param item of a CHECKED step and of an EVIDENCED one that is of an item; absent of others
   */
  public record KeptStep(
      String id,
      String officer,
      PhoneStep.Kind kind,
      @Nullable String item,
      Instant claimedAt,
      Instant countsAt,
      Instant receivedAt) {}

  /**
   * One of the answers to an item.
   *
   * @param step that gave it; absent where it was given online
   * @param officer likewise
   */
  public record GivenAnswer(
      @Nullable String step,
      @Nullable String officer,
      @Nullable Instant claimedAt,
      List<String> codes,
      String note) {}

  /** Different answers to one item. */
  public record ItemConflict(String item, List<GivenAnswer> answers) {}

  /** Why the visit did not take a step. */
  public record StepTrouble(String step, String code, String text, Map<String, Object> context) {}

  /**
   * A file that was told of and has not come: its phone uploads it.
   *
   * @param step that told of it
   * @param sha256 64 lowercase hex digits
   */
  public record AwaitedFile(String step, String officer, String sha256) {}

  /**
   * How a visit stands by its phones.
   *
   * @param steps of this request; none where it brought none
   * @param state of the visit
   * @param waitsFor officers who have not sent all or are not there yet
   * @param settled whether the visit is over and nothing of the reader is left to do, so that his
   *     phone wipes its drafts
   * @param now server's time: the phone's last contact
   * @param seconded what became of each officer's confirmation on another's phone
   * @param awaited files that have not come; the visit does not end before
   * @param missing whose signature the record of a visit that is over lacks: SUBJECT, then officers
   */
  public record StepsStanding(
      List<StepReceipt> steps,
      List<KeptStep> kept,
      String state,
      List<String> waitsFor,
      List<ItemConflict> conflicts,
      List<StepTrouble> troubles,
      boolean settled,
      Instant now,
      Map<String, Confirmation> seconded,
      List<AwaitedFile> awaited,
      List<String> missing) {}

  static StepsStanding of(Synced synced, Requests requests) {
    boolean english = requests.readsEnglish();
    return new StepsStanding(
        synced.steps().stream()
            .map(one -> {
              Rejection why = one.why();
              return new StepReceipt(
                  one.id(),
                  one.outcome(),
                  why == null ? null : why.code(),
                  why == null ? null : text(why, english));
            })
            .toList(),
        synced.taken().stream().map(PhoneStepAnswers::kept).toList(),
        synced.visit().state(),
        synced.waitsFor(),
        synced.differing().stream().map(PhoneStepAnswers::conflict).toList(),
        synced.troubles().entrySet().stream()
            .map(one ->
                new StepTrouble(
                    one.getKey(),
                    one.getValue().why().code(),
                    text(one.getValue().why(), english),
                    one.getValue().details()))
            .toList(),
        synced.isDone(requests.actor()),
        requests.now(),
        synced.seconded(),
        synced.awaited().stream()
            .map(one ->
                new AwaitedFile(one.step().id(), one.step().officer(), one.step().took().sha256()))
            .toList(),
        missing(synced));
  }

  private static List<String> missing(Synced synced) {
    ClosingSummary closing = synced.visit().closing();
    return closing == null ? List.of() : closing.missing();
  }

  private static String text(Rejection why, boolean english) {
    return english ? why.english() : why.text();
  }

  private static KeptStep kept(TakenStep taken) {
    PhoneStep step = taken.step();
    return new KeptStep(
        step.id(),
        step.officer(),
        step.kind(),
        step.item(),
        step.claimedAt(),
        taken.countsAt(),
        taken.receivedAt());
  }

  private static ItemConflict conflict(Differing differing) {
    return new ItemConflict(
        differing.item(), differing.answers().stream().map(PhoneStepAnswers::given).toList());
  }

  private static GivenAnswer given(SaidHere said) {
    TakenStep taken = said.taken();
    return new GivenAnswer(
        taken == null ? null : taken.step().id(),
        taken == null ? null : taken.step().officer(),
        taken == null ? null : taken.step().claimedAt(),
        said.answer().codes(),
        said.answer().note());
  }
}
