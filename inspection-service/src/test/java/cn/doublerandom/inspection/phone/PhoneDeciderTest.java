package cn.doublerandom.inspection.phone;

import static cn.doublerandom.inspection.InspectionRejection.EVIDENCE_TOO_LARGE;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.PhoneRejection.CONFLICT_FOREIGN;
import static cn.doublerandom.inspection.PhoneRejection.CONFLICT_UNKNOWN;
import static cn.doublerandom.inspection.PhoneRejection.STEPS_EXHAUSTED;
import static cn.doublerandom.inspection.PhoneRejection.STEP_CHANGED;
import static cn.doublerandom.inspection.PhoneRejection.STEP_OF_ANOTHER_ACCOUNT;
import static cn.doublerandom.inspection.PhoneRejection.STEP_OF_ANOTHER_VISIT;
import static cn.doublerandom.inspection.PhoneRejection.STEP_TIME_UNFIT;
import static cn.doublerandom.inspection.PhoneRejection.STEP_UNFIT;
import static cn.doublerandom.inspection.phone.TwoPhones.ONE;
import static cn.doublerandom.inspection.phone.TwoPhones.OTHER;
import static cn.doublerandom.inspection.phone.TwoPhones.TEAM;
import static cn.doublerandom.inspection.phone.TwoPhones.about;
import static cn.doublerandom.inspection.phone.TwoPhones.arrived;
import static cn.doublerandom.inspection.phone.TwoPhones.checked;
import static cn.doublerandom.inspection.phone.TwoPhones.clean;
import static cn.doublerandom.inspection.phone.TwoPhones.ended;
import static cn.doublerandom.inspection.phone.TwoPhones.evidenced;
import static cn.doublerandom.inspection.phone.TwoPhones.hands;
import static cn.doublerandom.inspection.phone.TwoPhones.minute;
import static cn.doublerandom.inspection.phone.TwoPhones.stated;
import static cn.doublerandom.inspection.phone.TwoPhones.subjectSigned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.phone.PhoneCommand.DecideConflict;
import cn.doublerandom.inspection.phone.PhoneCommand.TakeSteps;
import cn.doublerandom.inspection.phone.PhoneEvent.ConflictDecided;
import cn.doublerandom.inspection.phone.PhoneEvent.StepTaken;
import cn.doublerandom.inspection.phone.PhoneStep.Kind;
import cn.doublerandom.inspection.phone.PhoneStep.OfRecord;
import cn.doublerandom.inspection.phone.SecondOfficer.Confirmation;
import cn.doublerandom.inspection.signing.PhoneKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhoneDeciderTest {
  private static final PhoneStep FOUND = checked(ONE, 5, "I-1", "灭火器过期", "D");
  private static final PhoneStep NOTHING = clean(OTHER, 6, "I-1");

  private final DeciderSpecification<PhoneCommand, PhoneEvent, Phones> phones =
      DeciderSpecification.of(new PhoneDecider());

  private static StepTaken taken(PhoneStep step) {
    return new StepTaken(step, TwoPhones.SYNC);
  }

  private static DecideConflict decides(String by, PhoneStep chosen) {
    return new DecideConflict("I-1", chosen.id(), by, TEAM, "现场复核过了", TwoPhones.SYNC);
  }

  @Test
  void a_step_that_comes_twice_is_taken_once() {
    phones
        .given()
        .when(hands(ONE, List.of(FOUND, FOUND, arrived(ONE, 1))))
        .then(taken(FOUND), taken(arrived(ONE, 1)));
    phones.given(taken(FOUND)).when(hands(ONE, List.of(FOUND))).then();
  }

  @Test
  void who_is_not_of_the_team_or_only_acts_for_one_hands_in_nothing() {
    phones.given().when(hands("JC009", List.of(arrived("JC009", 1)))).thenRejected(NOT_ON_TEAM);
    phones
        .given()
        .when(hands("JC009 代 JC003", List.of(arrived(ONE, 1))))
        .thenRejected(SIGNER_UNFIT);
  }

  @Test
  void a_step_of_another_visit_or_account_is_refused_and_the_others_are_taken() {
    PhoneStep replayed =
        new PhoneStep(
            FOUND.id(),
            "d-2-T",
            ONE,
            Kind.CHECKED,
            minute(5),
            TwoPhones.CONTACT,
            FOUND.answer(),
            null,
            null);
    PhoneStep own = arrived(ONE, 1);
    phones.given().when(hands(ONE, List.of(replayed, NOTHING, own))).then(taken(own));
    assertThat(why(replayed)).isEqualTo(STEP_OF_ANOTHER_VISIT);
    assertThat(why(NOTHING)).isEqualTo(STEP_OF_ANOTHER_ACCOUNT);
  }

  private static Rejection why(PhoneStep step) {
    return why(step, Phones.NONE);
  }

  private static Rejection why(PhoneStep step, Phones phones) {
    return PhoneDecider.refusal(step, hands(ONE, List.of(step)), phones).orElseThrow();
  }

  @Test
  void what_cannot_be_is_refused_by_its_name() {
    assertThat(why(changed("no-uuid", TwoPhones.CONTACT))).isEqualTo(STEP_UNFIT);
    assertThat(why(changed(FOUND.id(), TwoPhones.SYNC.plusSeconds(1)))).isEqualTo(STEP_TIME_UNFIT);
    assertThat(why(clean(ONE, 5, "I-9"))).isEqualTo(ITEM_NOT_IN_TASK);
    assertThat(why(ended(ONE, 9, 0))).isEqualTo(STEP_UNFIT);
    assertThat(why(evidenced(ONE, 5, "I-9", "a".repeat(64)))).isEqualTo(ITEM_NOT_IN_TASK);
    assertThat(why(evidenced(ONE, 5, "I-1", "no hash"))).isEqualTo(STEP_UNFIT);
    assertThat(why(subjectSigned(ONE, 5, "0a1b2c3d"))).isEqualTo(STEP_UNFIT);
    assertThat(why(stated(ONE, 5, "。"))).isEqualTo(REASON_UNFIT);
    assertThat(why(of(Kind.EVIDENCED, null, huge()))).isEqualTo(EVIDENCE_TOO_LARGE);
    assertThat(why(of(Kind.EVIDENCED, "还说了话", huge()))).isEqualTo(STEP_UNFIT);
    assertThat(why(of(Kind.STATED, null, null))).isEqualTo(STEP_UNFIT);
    assertThat(
            why(changed(FOUND.id(), minute(1)), Phones.NONE.with(new TakenStep(FOUND, minute(9)))))
        .isEqualTo(STEP_CHANGED);
  }

  private static PhoneStep.OfFile huge() {
    return new PhoneStep.OfFile("a".repeat(64), Evidence.MOST_BYTES + 1, "I-1", null);
  }

  private static PhoneStep of(Kind kind, @Nullable String words, PhoneStep.@Nullable OfFile file) {
    return new PhoneStep(
        FOUND.id(),
        TwoPhones.VISIT,
        ONE,
        kind,
        minute(5),
        TwoPhones.CONTACT,
        null,
        null,
        null,
        words,
        null,
        file);
  }

  private static PhoneStep changed(String id, Instant lastContact) {
    return new PhoneStep(
        id, TwoPhones.VISIT, ONE, Kind.CHECKED, minute(5), lastContact, FOUND.answer(), null, null);
  }

  @Test
  void a_visit_has_as_many_steps_as_are_named_and_no_more() {
    List<PhoneStep> many = new ArrayList<>();
    for (int i = 0; i <= Phones.MOST_STEPS; i++) {
      many.add(clean(ONE, i, "I-1"));
    }
    var took = phones.given().when(hands(ONE, many));
    assertThat(took.events()).hasSize(Phones.MOST_STEPS);
    assertThat(why(many.getLast(), took.state())).isEqualTo(STEPS_EXHAUSTED);
  }

  @Test
  void a_claim_counts_between_the_phones_last_contact_and_its_receipt() {
    assertThat(counts(minute(5))).isEqualTo(minute(5));
    assertThat(counts(minute(-5))).isEqualTo(TwoPhones.CONTACT);
    assertThat(counts(TwoPhones.SYNC.plusSeconds(60))).isEqualTo(TwoPhones.SYNC);
  }

  private static Instant counts(Instant claimed) {
    return new TakenStep(
            new PhoneStep(
                FOUND.id(),
                TwoPhones.VISIT,
                ONE,
                Kind.ARRIVED,
                claimed,
                TwoPhones.CONTACT,
                null,
                null,
                null),
            TwoPhones.SYNC)
        .countsAt();
  }

  @Test
  void two_different_answers_go_nowhere_until_one_is_decided_for() {
    var both = phones.given(taken(FOUND), taken(NOTHING));
    assertThat(both.when(hands(ONE, List.of())).state().merged().answer("I-1")).isEmpty();
    both.when(decides(OTHER, NOTHING)).thenRejected(CONFLICT_FOREIGN);
    both.when(decides("JC009", FOUND)).thenRejected(NOT_ON_TEAM);
    both.when(decides(OTHER, clean(ONE, 7, "I-1"))).thenRejected(CONFLICT_UNKNOWN);
    both.when(new DecideConflict("I-1", FOUND.id(), OTHER, TEAM, "1", TwoPhones.SYNC))
        .thenRejected(REASON_UNFIT);
    both.when(decides(OTHER, FOUND))
        .then(
            new ConflictDecided(
                "I-1", FOUND.id(), List.of(NOTHING.id()), OTHER, "现场复核过了", TwoPhones.SYNC));
    both.when(decides(ONE, NOTHING))
        .then(
            new ConflictDecided(
                "I-1", NOTHING.id(), List.of(FOUND.id()), ONE, "现场复核过了", TwoPhones.SYNC));
  }

  @Test
  void a_decision_falls_when_somebody_says_something_else() {
    var decided = phones.given(taken(FOUND), taken(NOTHING)).having(decides(ONE, NOTHING));
    assertThat(decided.when(hands(ONE, List.of())).state().merged().answer("I-1"))
        .contains(new TakenStep(NOTHING, TwoPhones.SYNC));
    assertThat(decided.when(decides(ONE, NOTHING)).events()).isEmpty();
    assertThat(
            decided
                .when(hands(ONE, List.of(checked(ONE, 8, "I-1", "又过期了一具", "D"))))
                .state()
                .merged()
                .answer("I-1"))
        .isEmpty();
  }

  @Test
  void the_second_officers_code_is_of_his_own_phones_signature() {
    PhoneKey key = PhoneKey.made();
    String signature = key.signs(SecondOfficer.message(TwoPhones.VISIT, "0a1b2c3d", OTHER));
    String code = SecondOfficer.code(signature);
    assertThat(code).matches("[2-9A-HJKMNP-Z]{6}");
    PhoneStep typed =
        about(ONE, Kind.SECONDED, 20, new OfRecord("0a1b2c3d", null, null, OTHER, code));
    PhoneStep own =
        about(
            OTHER,
            Kind.CONFIRMED,
            20,
            new OfRecord("0a1b2c3d", key.known().id(), signature, null, null));
    PhoneStep elsewhere =
        about(
            OTHER,
            Kind.CONFIRMED,
            21,
            new OfRecord("ffffffff", key.known().id(), signature, null, null));
    assertThat(confirmed()).isEqualTo(Confirmation.NONE);
    assertThat(confirmed(typed)).isEqualTo(Confirmation.WAITING);
    assertThat(confirmed(typed, own)).isEqualTo(Confirmation.MATCHES);
    assertThat(confirmed(typed, elsewhere)).isEqualTo(Confirmation.DIFFERS);
  }

  private static Confirmation confirmed(PhoneStep... steps) {
    Phones all = Phones.NONE;
    for (PhoneStep step : steps) {
      all = all.with(new TakenStep(step, TwoPhones.SYNC));
    }
    return SecondOfficer.of(OTHER, all);
  }

  @Test
  void a_batch_says_for_which_visit_it_is() {
    var take = new TakeSteps("d-2-T", List.of(FOUND), ONE, TEAM, Set.of("I-1"), TwoPhones.SYNC);
    phones.given().when(take).then();
  }
}
