package cn.doublerandom.inspection.phone;

import static cn.doublerandom.inspection.phone.TwoPhones.ITEMS;
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
import static cn.doublerandom.inspection.phone.TwoPhones.stated;
import static cn.doublerandom.inspection.phone.TwoPhones.subjectSigned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.phone.PhoneStep.Kind;
import cn.doublerandom.inspection.phone.PhoneStep.OfRecord;
import cn.doublerandom.inspection.phone.Settling.Act;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.ResultRule;
import cn.doublerandom.inspection.visit.SigningCommand;
import cn.doublerandom.inspection.visit.Statement;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitCommand.AddEvidence;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.SignForSubject;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitCommand.TakeStatement;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlingTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 17);
  private static final VisitDecider RULES = new VisitDecider();
  private static final ResultRule ANY = new ResultRule(List.of(), List.of(), Map.of(), "p");
  private static final Due DUE =
      new Due(LocalDate.of(2025, 4, 14), false, new DeadlineBasis("p", 20, "n"));
  private static final Visit ASSIGNED =
      RULES.evolve(
          RULES.initial(),
          new VisitAssigned(
              new Assignment(
                  TwoPhones.VISIT,
                  "d-1",
                  "2025001",
                  "001",
                  "S",
                  TEAM,
                  ITEMS.stream().map(item -> new Assignment.Item(item, "经营行为")).toList(),
                  LocalDate.of(2025, 3, 1),
                  LocalDate.of(2025, 11, 30),
                  null,
                  List.of("大队"))));

  /** One began with most items, the other with the last ones; both looked at two of them. */
  private static List<PhoneStep> steps() {
    return List.of(
        arrived(ONE, 1),
        clean(ONE, 5, "I-1"),
        checked(ONE, 6, "I-2", "灭火器过期", "D"),
        clean(ONE, 7, "I-3"),
        checked(ONE, 8, "I-3", "少一具灭火器", "D"),
        clean(ONE, 9, "I-4"),
        clean(ONE, 10, "I-5"),
        ended(ONE, 20, 8),
        arrived(OTHER, 2),
        clean(OTHER, 6, "I-5"),
        clean(OTHER, 7, "I-6"),
        clean(OTHER, 8, "I-7"),
        checked(OTHER, 9, "I-8", "台账不全", "D"),
        checked(OTHER, 10, "I-2", "灭火器过期", "D"),
        ended(OTHER, 21, 7));
  }

  private static <C, E, S> S after(Decider<C, E, S> rules, S state, C command) {
    S now = state;
    switch (rules.decide(command, state)) {
      case Decision.Rejected<E>(var why, var details) ->
          throw new AssertionError(why.code() + " " + details);
      case Decision.Accepted<E>(var events) -> {
        for (E event : events) {
          now = rules.evolve(now, event);
        }
      }
    }
    return now;
  }

  /** The visit the phones come to, done by its own rules. */
  private static Visit settled(Phones phones, Visit visit) {
    Visit now = visit;
    for (Optional<Act> act = Settling.next(phones.merged(), now, Set.of());
        act.isPresent();
        act = Settling.next(phones.merged(), now, Set.of())) {
      now = after(RULES, now, command(act.get()));
    }
    return now;
  }

  private static VisitCommand command(Act act) {
    String by = act.step().step().officer();
    LocalDate day = act.step().countsAt().atOffset(ZoneOffset.UTC).toLocalDate();
    return switch (act) {
      case Act.Arrive arrive -> new StartInspection(TEAM, by, day, 2, "p", Map.of());
      case Act.Check check -> new CheckItem(check.answer(), by, ANY, day);
      case Act.End end -> new FinishInspection(by, day, DUE);
      case Act.State state ->
          new TakeStatement(new Statement(state.step().step().stated(), by, day));
      case Act.SignForSubject signed -> new SignForSubject(subject(signed, by, day));
      case Act.Sign sign -> throw new AssertionError("nobody signs here");
    };
  }

  private static SubjectSignature subject(Act.SignForSubject act, String by, LocalDate day) {
    PhoneStep.OfSubject signed = act.step().step().signed();
    return new SubjectSignature(
        signed.way(),
        signed.recordHash(),
        signed.sheet(),
        signed.signedAs(),
        signed.witnessedAs(),
        signed.refusal(),
        by,
        day);
  }

  /** As the server does: what the visit refuses stays, and is tried again with the next batch. */
  private static Visit settledAsFarAsItGoes(Phones phones, Visit visit) {
    Visit now = visit;
    Set<String> refused = new HashSet<>();
    for (Optional<Act> act = Settling.next(phones.merged(), now, refused);
        act.isPresent();
        act = Settling.next(phones.merged(), now, refused)) {
      if (RULES.decide(command(act.get()), now) instanceof Decision.Rejected<VisitEvent>) {
        refused.add(act.get().step().step().id());
      } else {
        now = after(RULES, now, command(act.get()));
      }
    }
    return now;
  }

  private static Phones taking(Phones phones, String who, List<PhoneStep> steps) {
    return after(
        new PhoneDecider(),
        phones,
        hands(who, steps.stream().filter(step -> step.officer().equals(who)).toList()));
  }

  private static Phones all(List<PhoneStep> steps) {
    return taking(taking(Phones.NONE, ONE, steps), OTHER, steps);
  }

  @Test
  void two_phones_come_to_one_visit_with_each_item_of_who_looked_first() {
    Visit.Finished visit = settled(all(steps()), ASSIGNED).over().orElseThrow();
    assertThat(visit.answers()).hasSize(8);
    assertThat(visit.answers().get("I-3").note()).isEqualTo("少一具灭火器");
    assertThat(visit.finishedOn()).isEqualTo(LocalDate.of(2025, 3, 17));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void steps_that_come_twice_late_and_out_of_order_come_to_one_visit(long block) {
    Visit expected = settled(all(steps()), ASSIGNED);
    assertThat(expected.over()).isPresent();
    for (long seed = block * 250 - 250; seed < block * 250; seed++) {
      Random random = new Random(seed);
      List<PhoneStep> shuffled = new ArrayList<>(steps());
      for (int i = random.nextInt(20); i > 0; i--) {
        shuffled.add(steps().get(random.nextInt(steps().size())));
      }
      Collections.shuffle(shuffled, random);
      Phones phones = Phones.NONE;
      Visit visit = ASSIGNED;
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(5));
        phones = taking(phones, ONE, shuffled.subList(from, to));
        phones = taking(phones, OTHER, shuffled.subList(from, to));
        // As the server does: what may go into the visit goes after each batch.
        visit = settled(phones, visit);
        from = to;
      }
      assertThat(visit).as("seed %s", seed).isEqualTo(expected);
      assertThat(phones).as("seed %s", seed).isEqualTo(all(steps()));
    }
  }

  @Test
  void nothing_goes_into_the_visit_before_all_is_there() {
    List<PhoneStep> late = new ArrayList<>(steps());
    PhoneStep missing = late.remove(3);
    Phones phones = all(late);
    assertThat(settled(phones, ASSIGNED)).isEqualTo(ASSIGNED);
    assertThat(waits(phones)).containsExactly(ONE);
    assertThat(settled(taking(phones, ONE, List.of(missing)), ASSIGNED).over()).isPresent();
    assertThat(waits(taking(Phones.NONE, ONE, steps()))).containsExactly(OTHER);
  }

  private static List<String> waits(Phones phones) {
    return Settling.waitsFor(phones.merged(), VisitSummary.of(ASSIGNED).orElseThrow());
  }

  @Test
  void two_officers_who_differ_stop_the_visit_until_it_is_decided() {
    List<PhoneStep> differing = new ArrayList<>(steps());
    PhoneStep found = checked(OTHER, 11, "I-4", "车辆未年检", "D");
    differing.removeIf(step -> step.equals(ended(OTHER, 21, 7)));
    differing.add(found);
    differing.add(ended(OTHER, 22, 8));
    Phones phones = all(differing);
    assertThat(Settling.conflicts(phones.merged(), VisitSummary.of(ASSIGNED).orElseThrow()))
        .containsExactly("I-4");
    assertThat(settled(phones, ASSIGNED)).isEqualTo(ASSIGNED);
    Phones decided =
        after(
            new PhoneDecider(),
            phones,
            new PhoneCommand.DecideConflict(
                "I-4", found.id(), ONE, TEAM, "现场复核过了", TwoPhones.SYNC));
    assertThat(settled(decided, ASSIGNED).over().orElseThrow().answers().get("I-4").note())
        .isEqualTo("车辆未年检");
  }

  @Test
  void who_works_online_is_waited_for_no_longer_than_until_he_is_there() {
    Visit there =
        after(
            RULES,
            ASSIGNED,
            new StartInspection(TEAM, OTHER, LocalDate.of(2025, 3, 17), 2, "p", Map.of()));
    List<PhoneStep> alone = new ArrayList<>(List.of(arrived(ONE, 1)));
    for (String item : ITEMS) {
      alone.add(clean(ONE, 2 + alone.size(), item));
    }
    alone.add(ended(ONE, 30, 10));
    Visit waiting = settled(all(alone), there);
    assertThat(waiting)
        .isInstanceOfSatisfying(
            Visit.InProgress.class,
            visit -> {
              assertThat(visit.ending().by()).isEqualTo(ONE);
              assertThat(visit.ending().stands()).isTrue();
            });
    assertThat(after(RULES, waiting, new FinishInspection(OTHER, DAY, DUE)).over()).isPresent();
  }

  /** The second one read the record on the first phone: its digits on his, his code on that one. */
  private static List<PhoneStep> readBy(String digits) {
    String signature = "c2lnbmVk";
    List<PhoneStep> read = new ArrayList<>(NOTHING_TAKEN);
    read.add(
        about(
            ONE,
            Kind.SECONDED,
            40,
            new OfRecord(digits, null, null, OTHER, SecondOfficer.code(signature))));
    read.add(about(OTHER, Kind.CONFIRMED, 40, new OfRecord(digits, "k-1", signature, null, null)));
    return read;
  }

  private static final List<PhoneStep> NOTHING_TAKEN =
      List.of(arrived(OTHER, 2), ended(OTHER, 31, 2));

  private static Visit endedByOnePhone() {
    Visit there = after(RULES, ASSIGNED, new StartInspection(TEAM, OTHER, DAY, 2, "p", Map.of()));
    return settled(all(onePhone()), there);
  }

  private static List<PhoneStep> onePhone() {
    List<PhoneStep> alone = new ArrayList<>(List.of(arrived(ONE, 1)));
    for (String item : ITEMS) {
      alone.add(clean(ONE, 2 + alone.size(), item));
    }
    alone.add(ended(ONE, 30, 10));
    return alone;
  }

  private static Phones with(List<PhoneStep> more) {
    Phones phones = all(onePhone());
    phones = taking(phones, ONE, more);
    return taking(phones, OTHER, more);
  }

  @Test
  void who_read_the_record_on_the_first_phone_has_agreed_that_the_visit_ends() {
    Visit.InProgress waiting = (Visit.InProgress) endedByOnePhone();
    String hash = VisitRecord.hash(waiting, DAY, null);
    Phones read = with(readBy(hash.substring(0, 8)));
    Visit.Finished over = settled(read, waiting).over().orElseThrow();
    assertThat(over.finishedOn()).isEqualTo(DAY);
    assertThat(VisitRecord.hash(over)).isEqualTo(hash);
  }

  @Test
  void who_answered_nothing_on_his_phone_agrees_to_nothing_by_ending_there() {
    Visit.InProgress waiting = (Visit.InProgress) settled(with(NOTHING_TAKEN), ASSIGNED);
    assertThat(waiting.ending().by()).isEqualTo(ONE);
  }

  @Test
  void who_read_another_record_has_agreed_to_nothing() {
    Visit waiting = endedByOnePhone();
    assertThat(settled(with(readBy("00000000")), waiting)).isEqualTo(waiting);
  }

  @Test
  void what_somebody_did_not_agree_to_ends_by_no_phone() {
    Visit disputed =
        after(
            RULES,
            endedByOnePhone(),
            new SigningCommand.DisputeConclusions(
                "第二项没有看台账", new Officer(OTHER, "大队", Officer.Reach.TEAM), DAY));
    assertThat(settled(all(onePhone()), disputed)).isEqualTo(disputed);
  }

  @Test
  void what_was_answered_online_meanwhile_is_not_overwritten() {
    Visit begun =
        after(
            RULES,
            after(
                RULES,
                ASSIGNED,
                new StartInspection(TEAM, OTHER, LocalDate.of(2025, 3, 17), 2, "p", Map.of())),
            new StartInspection(TEAM, ONE, LocalDate.of(2025, 3, 17), 2, "p", Map.of()));
    Visit answered =
        after(
            RULES,
            begun,
            new CheckItem(
                checked(OTHER, 3, "I-1", "车辆未年检", "D").said(),
                OTHER,
                ANY,
                LocalDate.of(2025, 3, 17)));
    Phones phones = all(List.of(arrived(ONE, 1), clean(ONE, 5, "I-1"), ended(ONE, 20, 3)));
    assertThat(Settling.conflicts(phones.merged(), VisitSummary.of(answered).orElseThrow()))
        .containsExactly("I-1");
    assertThat(settled(phones, answered)).isEqualTo(answered);
  }

  @Test
  void one_answer_the_visit_refuses_keeps_no_other_out_and_the_visit_does_not_end_by_it() {
    Phones phones = all(steps());
    Visit now = ASSIGNED;
    Set<String> refused = new HashSet<>();
    for (Optional<Act> act = Settling.next(phones.merged(), now, refused);
        act.isPresent();
        act = Settling.next(phones.merged(), now, refused)) {
      if (act.get() instanceof Act.Check check && check.answer().itemCode().equals("I-1")) {
        assertThat(refused.add(check.step().step().id())).as("asked once").isTrue();
      } else {
        now = after(RULES, now, command(act.get()));
      }
    }
    VisitSummary shown = VisitSummary.of(now).orElseThrow();
    assertThat(refused).hasSize(1);
    assertThat(shown.answers()).hasSize(7).noneMatch(one -> one.itemCode().equals("I-1"));
    assertThat(now).isInstanceOf(Visit.InProgress.class);
  }

  private static final PhoneStep PHOTO = evidenced(ONE, 9, "I-4", "a".repeat(64));

  private static List<PhoneStep> withPhoto() {
    List<PhoneStep> all = new ArrayList<>(steps());
    all.removeIf(step -> step.equals(ended(ONE, 20, 8)));
    all.add(PHOTO);
    all.add(ended(ONE, 20, 9));
    return all;
  }

  @Test
  void the_visit_does_not_end_before_the_photos_its_phones_tell_of_have_come() {
    Phones phones = all(withPhoto());
    Visit waiting = settled(phones, ASSIGNED);
    assertThat(waiting.over()).isEmpty();
    assertThat(Settling.awaited(phones.merged(), waiting))
        .extracting(TakenStep::step)
        .containsExactly(PHOTO);
    Visit there = after(RULES, waiting, new AddEvidence(photo("I-4"), LocalDate.of(2025, 3, 17)));
    assertThat(Settling.awaited(phones.merged(), there)).isEmpty();
    assertThat(settled(phones, there).over()).isPresent();
    Visit elsewhere =
        after(RULES, waiting, new AddEvidence(photo("I-5"), LocalDate.of(2025, 3, 17)));
    assertThat(settled(phones, elsewhere).over()).isEmpty();
  }

  private static Evidence photo(String item) {
    return new Evidence(
        "a".repeat(64),
        EvidenceKind.PHOTO,
        "image/jpeg",
        1_000,
        item,
        null,
        true,
        ONE,
        TwoPhones.SYNC);
  }

  @Test
  void what_the_subject_said_and_signed_goes_into_the_visit_in_whatever_order_it_comes() {
    Visit.Finished plain = settled(all(steps()), ASSIGNED).over().orElseThrow();
    Visit said =
        after(RULES, plain, new TakeStatement(new Statement("对检查情况无异议", ONE, plain.finishedOn())));
    String hash = VisitRecord.hash(said.over().orElseThrow());
    PhoneStep stated = stated(ONE, 22, "对检查情况无异议");
    PhoneStep signed = subjectSigned(ONE, 23, hash);
    Phones both = taking(all(steps()), ONE, List.of(stated, signed));
    Visit expected = settledAsFarAsItGoes(both, ASSIGNED);
    assertThat(VisitSummary.of(expected).orElseThrow().closing().subject().recordHash())
        .isEqualTo(hash);

    Phones late = taking(all(steps()), ONE, List.of(signed));
    Visit unsigned = settledAsFarAsItGoes(late, ASSIGNED);
    assertThat(VisitSummary.of(unsigned).orElseThrow().closing().missing()).contains("SUBJECT");
    assertThat(settledAsFarAsItGoes(taking(late, ONE, List.of(stated)), unsigned))
        .isEqualTo(expected);
    assertThat(settledAsFarAsItGoes(both, expected)).isEqualTo(expected);
  }

  @Test
  void a_signature_of_another_record_stays_outside() {
    Phones phones = taking(all(steps()), ONE, List.of(subjectSigned(ONE, 23, "f".repeat(64))));
    Visit visit = settledAsFarAsItGoes(phones, ASSIGNED);
    assertThat(VisitSummary.of(visit).orElseThrow().closing().missing()).contains("SUBJECT");
  }

  @Test
  void what_was_stated_with_network_stands() {
    Visit.Finished plain = settled(all(steps()), ASSIGNED).over().orElseThrow();
    Visit online =
        after(RULES, plain, new TakeStatement(new Statement("台账第二天补交", OTHER, plain.finishedOn())));
    Phones phones = taking(all(steps()), ONE, List.of(stated(ONE, 22, "对检查情况无异议")));
    assertThat(settledAsFarAsItGoes(phones, online)).isEqualTo(online);
  }
}
