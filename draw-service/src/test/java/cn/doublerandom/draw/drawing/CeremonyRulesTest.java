package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.COSIGNED;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.HOLDER;
import static cn.doublerandom.draw.drawing.Ceremony.MINUTE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.OTHERS_FROM;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.REVEALED;
import static cn.doublerandom.draw.drawing.Ceremony.SECRET;
import static cn.doublerandom.draw.drawing.Ceremony.SEEN;
import static cn.doublerandom.draw.drawing.Ceremony.confirm;
import static cn.doublerandom.draw.drawing.Ceremony.deposit;
import static cn.doublerandom.draw.drawing.Ceremony.named;
import static cn.doublerandom.draw.drawing.Ceremony.prepared;
import static cn.doublerandom.draw.drawing.Ceremony.promise;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static cn.doublerandom.draw.drawing.Ceremony.witness;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.CeremonyRejection;
import cn.doublerandom.draw.DepositRejection;
import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ConfirmDeposit;
import cn.doublerandom.draw.drawing.DrawCommand.DepositSecret;
import cn.doublerandom.draw.drawing.DrawCommand.IssueWitnessCode;
import cn.doublerandom.draw.drawing.DrawCommand.NameWitness;
import cn.doublerandom.draw.drawing.DrawCommand.PromiseContribution;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One person cannot do it alone: who may witness, promise, reveal and hold the secret. */
class CeremonyRulesTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private static final String CODE = Hashes.ofCode(DRAW, "K7QM2XVD9RTBH4WC");

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given frozen() {
    return task.given().having(FREEZE);
  }

  private static PromiseContribution by(String account, Entropy.Contribution one) {
    return new PromiseContribution(
        DRAW,
        one.by(),
        one.commitment(),
        new Credential.Account(new Officer(account, "")),
        Sides.NONE,
        "00".repeat(8));
  }

  private static PromiseContribution byCode(String hash, Entropy.Contribution one) {
    return new PromiseContribution(
        DRAW, one.by(), one.commitment(), new Credential.Code(hash), Sides.NONE, "00".repeat(8));
  }

  private static IssueWitnessCode issue(String name, String by) {
    return new IssueWitnessCode(DRAW, name, WitnessKind.PUBLIC, CODE, Sides.NONE, by);
  }

  @Test
  void the_commit_holds_what_the_witnesses_promised_and_nothing_a_request_says() {
    var committed = (TaskDraws.Committed) frozen().havingAll(PREPARED).when(COMMIT).state();
    assertThat(committed.commit().entropy())
        .isEqualTo(
            new Entropy.CeremonyPromise(
                Hashes.ofSecret(SECRET),
                List.of(
                    new Entropy.Witness(A.by(), A.commitment()),
                    new Entropy.Witness(B.by(), B.commitment()))));
  }

  @Test
  void nobody_promises_or_reveals_for_a_witness() {
    var named = frozen().having(named(DRAW, A.by())).having(named(DRAW, B.by()));
    for (String other : List.of("coordinator", HOLDER, witness(B.by()).account())) {
      named.when(by(other, A)).thenRejected(CeremonyRejection.WITNESS_UNKNOWN);
    }
    var committed = frozen().havingAll(PREPARED).having(COMMIT);
    for (String other : List.of("coordinator", HOLDER, witness(B.by()).account())) {
      committed
          .when(
              new RevealContribution(
                  DRAW,
                  A,
                  new Credential.Account(new Officer(other, "")),
                  Optional.of(SEEN),
                  MINUTE,
                  COSIGNED.plus(MINUTE),
                  NOW))
          .thenRejected(CeremonyRejection.WITNESS_UNKNOWN);
    }
  }

  @Test
  void who_promised_and_who_revealed_is_kept_by_account_and_one_pseudonym() {
    var events = frozen().having(named(DRAW, A.by())).when(promise(DRAW, A)).events();
    String pseudonym = A.nonce().substring(0, 16);
    assertThat(events)
        .containsExactly(
            new DrawEvent.ContributionPromised(
                A.by(), A.commitment(), pseudonym, witness(A.by()).account(), A.by()));
    assertThat(frozen().havingAll(PREPARED).having(COMMIT).when(reveal(A)).events())
        .containsExactly(
            new DrawEvent.ContributionRevealed(
                A, witness(A.by()).account(), pseudonym, SEEN, Ceremony.REVEALED.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", "Coordinator ", "ｃｏｏｒｄｉｎａｔｏｒ", HOLDER, "SUPERVISOR"})
  void who_froze_or_holds_the_secret_is_refused_as_a_witness_however_the_account_is_spelt(
      String account) {
    frozen()
        .having(deposit(DRAW))
        .when(new NameWitness(DRAW, "某人", WitnessKind.PUBLIC, account, Sides.NONE, "coordinator"))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void a_witness_becomes_neither_operator_nor_holder_nor_the_one_who_commits() {
    String account = witness(A.by()).account();
    var promised = frozen().having(named(DRAW, A.by())).having(promise(DRAW, A));
    DepositSecret laid = deposit(DRAW);
    promised
        .when(
            new DepositSecret(
                DRAW,
                laid.commitment(),
                laid.sealed(),
                laid.key(),
                laid.receiptHash(),
                account,
                HOLDER))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    promised
        .when(
            new DepositSecret(
                DRAW,
                laid.commitment(),
                laid.sealed(),
                laid.key(),
                laid.receiptHash(),
                "coordinator",
                account.toUpperCase(java.util.Locale.ROOT)))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    promised.when(issue("公众代表", account)).thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    frozen()
        .havingAll(PREPARED)
        .when(
            new CommitDraw(
                DRAW, Optional.empty(), Ceremony.RULES, Optional.empty(), DEADLINE, account, NOW))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void one_account_is_not_two_witnesses() {
    frozen()
        .having(named(DRAW, A.by()))
        .when(
            new NameWitness(
                DRAW,
                "另一人",
                WitnessKind.PUBLIC,
                witness(A.by()).account() + "　",
                Sides.NONE,
                "coordinator"))
        .thenRejected(CeremonyRejection.WITNESS_NAME_TAKEN);
    frozen()
        .having(named(DRAW, A.by()))
        .having(promise(DRAW, A))
        .when(new NameWitness(DRAW, A.by(), WitnessKind.PUBLIC, "x", Sides.NONE, "coordinator"))
        .thenRejected(CeremonyRejection.WITNESS_NAME_TAKEN);
  }

  @Test
  void who_was_named_a_witness_and_promised_nothing_may_still_hold_the_secret_and_void_the_draw() {
    var named =
        frozen()
            .having(
                new NameWitness(DRAW, "甲某", WitnessKind.PUBLIC, HOLDER, Sides.NONE, "coordinator"))
            .having(
                new NameWitness(DRAW, "乙某", WitnessKind.PUBLIC, "王局", Sides.NONE, "coordinator"))
            .having(
                new NameWitness(DRAW, "丙某", WitnessKind.PUBLIC, "李局", Sides.NONE, "coordinator"));
    assertThat(named.when(deposit(DRAW)).events()).hasSize(1);
    assertThat(
            named
                .having(Ceremony.approve("王局", "见证人指定有误"))
                .when(Ceremony.approve("李局", "同意"))
                .events())
        .hasAtLeastOneElementOfType(DrawEvent.DrawVoided.class);
  }

  @Test
  void a_ceremony_of_the_drawing_office_alone_is_refused() {
    var frozen = frozen();
    for (Entropy.Contribution one : List.of(A, B)) {
      String account = witness(one.by()).account();
      frozen
          .having(
              new NameWitness(
                  DRAW, one.by(), WitnessKind.OFFICE, account, Sides.NONE, "coordinator"))
          .having(by(account, one));
    }
    frozen
        .having(deposit(DRAW))
        .having(confirm(DRAW))
        .when(COMMIT)
        .thenRejected(CeremonyRejection.WITNESSES_FROM_INSIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"法制安全科", " 法制安全科", "", "\u3000", "\u200b"})
  void a_colleague_named_as_the_public_is_still_of_the_drawing_office(String unit) {
    var frozen = frozen();
    for (Entropy.Contribution one : List.of(A, B)) {
      String account = witness(one.by()).account();
      frozen
          .having(
              new NameWitness(
                  DRAW, one.by(), WitnessKind.PUBLIC, account, Sides.NONE, "coordinator"))
          .having(
              new PromiseContribution(
                  DRAW,
                  one.by(),
                  one.commitment(),
                  new Credential.Account(new Officer(account, unit)),
                  Sides.NONE,
                  "00".repeat(8)));
    }
    frozen
        .having(deposit(DRAW))
        .having(confirm(DRAW))
        .when(COMMIT)
        .thenRejected(CeremonyRejection.WITNESSES_FROM_INSIDE);
  }

  @Test
  void nothing_is_committed_before_the_supervisor_has_opened_the_deposit() {
    var promised =
        frozen()
            .having(named(DRAW, A.by()))
            .having(promise(DRAW, A))
            .having(named(DRAW, B.by()))
            .having(promise(DRAW, B));
    promised.when(COMMIT).thenRejected(DepositRejection.DEPOSIT_MISSING);
    promised.when(confirm(DRAW)).thenRejected(DepositRejection.DEPOSIT_MISSING);
    var laid = promised.having(deposit(DRAW));
    laid.when(COMMIT).thenRejected(DepositRejection.DEPOSIT_UNCONFIRMED);
    laid.when(
            new ConfirmDeposit(
                DRAW, Hashes.ofSecret("31".repeat(32)), Hashes.ofReceipt("ee".repeat(32)), HOLDER))
        .thenRejected(DepositRejection.DEPOSIT_DIFFERS);
    // The hash alone stands in public; the receipt is known only to who has opened the deposit.
    laid.when(
            new ConfirmDeposit(
                DRAW, Hashes.ofSecret(SECRET), Hashes.ofReceipt("ef".repeat(32)), HOLDER))
        .thenRejected(DepositRejection.DEPOSIT_DIFFERS);
    laid.when(
            new ConfirmDeposit(
                DRAW, Hashes.ofSecret(SECRET), Hashes.ofReceipt("ee".repeat(32)), "coordinator"))
        .thenRejected(DepositRejection.NOT_THE_HOLDER);
    var confirmed = laid.having(confirm(DRAW));
    confirmed.when(deposit(DRAW)).thenRejected(DepositRejection.DEPOSIT_CONFIRMED);
    confirmed.having(Ceremony.terms(DRAW, Ceremony.TERMS_APPROVER));
    assertThat(confirmed.when(COMMIT).state()).isInstanceOf(TaskDraws.Committed.class);
  }

  @Test
  void the_operator_is_not_his_own_supervisor() {
    DepositSecret laid = deposit(DRAW);
    frozen()
        .when(
            new DepositSecret(
                DRAW,
                laid.commitment(),
                laid.sealed(),
                laid.key(),
                laid.receiptHash(),
                "coordinator",
                "Coordinator"))
        .thenRejected(DepositRejection.NOT_THE_HOLDER);
  }

  @Test
  void nothing_is_revealed_before_somebody_outside_has_seen_the_commit_for_a_minute() {
    var committed = frozen().havingAll(PREPARED).having(COMMIT);
    RevealContribution inTime = reveal(A);
    committed
        .when(at(inTime, Optional.empty(), inTime.recordedAt()))
        .thenRejected(CeremonyRejection.COMMIT_NOT_COSIGNED);
    committed
        .when(at(inTime, inTime.seen(), COSIGNED.plus(MINUTE).minusMillis(1)))
        .thenRejected(CeremonyRejection.REVEAL_TOO_SOON);
    assertThat(committed.when(inTime).events()).hasSize(1);
  }

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given revealed() {
    return frozen()
        .havingAll(PREPARED)
        .having(COMMIT)
        .having(at(reveal(B), Optional.of(SEEN), REVEALED.plusSeconds(90)))
        .having(reveal(A));
  }

  @ParameterizedTest
  @ValueSource(strings = {HOLDER, "Supervisor ", "another-supervisor", "another-coordinator"})
  void nobody_completes_a_draw_in_the_operators_place_within_ten_minutes_of_the_last_reveal(
      String other) {
    Instant from = OTHERS_FROM.plusSeconds(90);
    for (String secret : List.of(SECRET, "77".repeat(32))) {
      revealed()
          .when(Ceremony.execute(other, REVEALED.plusSeconds(90), secret))
          .thenRejected(CeremonyRejection.OPERATOR_FIRST);
      revealed()
          .when(Ceremony.execute(other, from.minusMillis(1), secret))
          .thenRejected(CeremonyRejection.OPERATOR_FIRST);
    }
    revealed()
        .when(Ceremony.execute(other, from, "77".repeat(32)))
        .thenRejected(CeremonyRejection.SECRET_NOT_COMMITTED);
    assertThat(revealed().when(Ceremony.execute(other, from, SECRET)).state())
        .isInstanceOf(TaskDraws.Executed.class);
  }

  @Test
  void the_operator_completes_the_draw_as_soon_as_the_last_witness_has_revealed() {
    Instant last = REVEALED.plusSeconds(90);
    assertThat(revealed().when(Ceremony.execute("Coordinator", last, SECRET)).state())
        .isInstanceOf(TaskDraws.Executed.class);
  }

  @Test
  void a_reveal_of_a_time_nobody_kept_bars_nobody() {
    DrawEvent.ContributionRevealed now =
        (DrawEvent.ContributionRevealed)
            frozen().havingAll(PREPARED).having(COMMIT).when(reveal(A)).events().getFirst();
    List<DrawEvent> events = new ArrayList<>(ledgerOf(COMMIT));
    for (Entropy.Contribution one : List.of(A, B)) {
      events.add(
          new DrawEvent.ContributionRevealed(
              one, now.account(), now.pseudonym(), now.seen(), null));
    }
    assertThat(
            task.given(events.toArray(DrawEvent[]::new))
                .when(Ceremony.execute(HOLDER, REVEALED, SECRET))
                .state())
        .isInstanceOf(TaskDraws.Executed.class);
  }

  /** What the ledger holds once the commit is made. */
  private List<DrawEvent> ledgerOf(DrawCommand commit) {
    List<DrawEvent> events = new ArrayList<>(task.given().when(FREEZE).events());
    List<DrawCommand> steps = new ArrayList<>(PREPARED);
    steps.add(commit);
    for (DrawCommand step : steps) {
      events.addAll(task.given(events.toArray(DrawEvent[]::new)).when(step).events());
    }
    return events;
  }

  private static RevealContribution at(
      RevealContribution reveal, Optional<CommitSeen> seen, Instant recordedAt) {
    return new RevealContribution(
        DRAW, reveal.contribution(), reveal.credential(), seen, MINUTE, recordedAt, reveal.now());
  }

  @Test
  void a_code_serves_the_witness_it_was_handed_to_once_for_each_act() {
    var named = frozen().having(issue(B.by(), "approver")).having(named(DRAW, A.by()));
    named.when(byCode(CODE, A)).thenRejected(CeremonyRejection.WITNESS_UNKNOWN);
    var promised = named.having(byCode(CODE, B)).having(promise(DRAW, A));
    promised.when(byCode(CODE, B)).thenRejected(CeremonyRejection.PROMISE_KNOWN);
    var committed =
        promised
            .having(deposit(DRAW))
            .having(confirm(DRAW))
            .having(Ceremony.terms(DRAW, Ceremony.TERMS_APPROVER))
            .having(COMMIT);
    var reveal =
        new RevealContribution(
            DRAW,
            B,
            new Credential.Code(CODE),
            Optional.of(SEEN),
            MINUTE,
            COSIGNED.plus(MINUTE),
            NOW);
    committed.having(reveal).when(reveal).thenRejected(CeremonyRejection.CONTRIBUTION_KNOWN);
    assertThat(committed.having(reveal(A)).when(EXECUTE).state())
        .isInstanceOf(TaskDraws.Executed.class);
  }

  /** Else whoever likes takes a witness out of a draw: the page of a ceremony is for anybody. */
  @Test
  void a_code_that_is_guessed_at_without_end_still_opens_to_its_witness_and_leaves_no_trace() {
    String wrong = Hashes.ofCode(DRAW, "0000000000000000");
    var named = frozen().having(issue(B.by(), "approver"));
    for (int guess = 0; guess < 50; guess++) {
      named.when(byCode(wrong, B)).thenRejected(CeremonyRejection.WITNESS_CODE_WRONG);
    }
    assertThat(named.when(byCode(CODE, B)).events()).hasSize(1);
  }

  @Test
  void wrong_codes_that_older_ledgers_kept_wear_no_code_out() {
    var named = frozen().having(issue(B.by(), "approver"));
    for (int guess = 0; guess < 5; guess++) {
      named = named.and(new DrawEvent.WitnessCodeMissed(B.by()));
    }
    assertThat(named.when(byCode(CODE, B)).events()).hasSize(1);
  }

  @Test
  void who_freezes_or_keeps_the_secret_hands_out_no_codes_and_not_everybody_comes_by_code() {
    var frozen = frozen().having(deposit(DRAW));
    frozen.when(issue(B.by(), "COORDINATOR")).thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    frozen
        .having(issue(A.by(), "approver"))
        .having(byCode(CODE, A))
        .having(issue(B.by(), "chief"))
        .having(byCode(CODE, B))
        .having(confirm(DRAW))
        .when(COMMIT)
        .thenRejected(CeremonyRejection.WITNESSES_ALL_BY_CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approver", "Approver ", "ＡＰＰＲＯＶＥＲ"})
  void one_hand_gives_out_one_code_however_the_account_is_spelt(String again) {
    frozen()
        .having(issue(A.by(), "approver"))
        .when(issue(B.by(), again))
        .thenRejected(CeremonyRejection.WITNESS_CODES_ONE_HAND);
    frozen()
        .having(issue(A.by(), "approver"))
        .having(byCode(CODE, A))
        .when(issue(B.by(), again))
        .thenRejected(CeremonyRejection.WITNESS_CODES_ONE_HAND);
    var one = frozen().having(issue(A.by(), "approver"));
    assertThat(one.when(issue(A.by(), again)).events()).hasSize(1);
    assertThat(one.when(issue(B.by(), "chief")).events()).hasSize(1);
  }

  @Test
  void who_released_the_name_of_his_code_may_give_out_one_for_another() {
    var release = new DrawCommand.ReleaseWitness(DRAW, A.by(), "", "coordinator");
    assertThat(
            frozen()
                .having(issue(A.by(), "approver"))
                .having(release)
                .when(issue(B.by(), "approver"))
                .events())
        .hasSize(1);
  }

  @Test
  void codes_of_one_hand_in_an_old_ledger_are_read_and_never_committed_to() {
    frozen()
        .havingAll(PREPARED)
        .and(
            new DrawEvent.WitnessNamed("甲村民", WitnessKind.PUBLIC, null, CODE, "approver"),
            new DrawEvent.ContributionPromised("甲村民", A.commitment(), "00", null, null),
            new DrawEvent.WitnessNamed("乙村民", WitnessKind.PUBLIC, null, CODE, "Approver"),
            new DrawEvent.ContributionPromised("乙村民", A.commitment(), "01", null, null))
        .when(COMMIT)
        .thenRejected(CeremonyRejection.WITNESS_CODES_ONE_HAND);
  }

  @Test
  void an_account_that_gave_out_a_code_in_an_old_ledger_is_no_witness_of_his_own_right() {
    String own = witness(A.by()).account();
    frozen()
        .havingAll(prepared(DRAW, A))
        .and(
            new DrawEvent.WitnessNamed(B.by(), WitnessKind.PUBLIC, null, CODE, own),
            new DrawEvent.ContributionPromised(B.by(), B.commitment(), "00", null, null))
        .when(COMMIT)
        .thenRejected(CeremonyRejection.WITNESSES_ALL_BY_CODE);
  }

  @Test
  void the_holder_of_the_key_gives_out_no_code_and_who_gave_one_out_holds_no_key() {
    frozen()
        .having(deposit(DRAW))
        .when(issue(A.by(), HOLDER))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    frozen()
        .having(issue(A.by(), HOLDER))
        .when(deposit(DRAW))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void a_rule_pack_may_want_a_public_source_for_key_items() {
    var rules =
        new ChanceRules(
            Set.of(ChanceRules.Kind.CEREMONY),
            Set.of(ChanceRules.Kind.LOTTERY, ChanceRules.Kind.DRAND),
            List.of(),
            Ceremony.WITNESSES);
    var commit =
        new CommitDraw(
            DRAW, Optional.empty(), rules, Optional.empty(), DEADLINE, "coordinator", NOW);
    assertThat(frozen().havingAll(PREPARED).when(commit).events()).hasSize(1);
    task.given()
        .having(Ceremony.withItems(List.of(new FrozenFrame.Item("I-1", "重点检查", true))))
        .havingAll(prepared(DRAW, A, B))
        .when(commit)
        .thenRejected(EntropyRejection.ENTROPY_NOT_ALLOWED);
  }

  @Test
  void a_ceremony_committed_before_witnesses_had_accounts_is_voided_and_drawn_again() {
    DrawEvent frozen = task.given().when(FREEZE).events().getFirst();
    var now =
        (DrawEvent.DrawCommitted) frozen().havingAll(PREPARED).when(COMMIT).events().getFirst();
    // As the version before wrote it: nobody named, nobody who committed.
    var then = new DrawEvent.DrawCommitted(now.commit(), now.commitHash(), null);
    task.given(frozen, then)
        .when(reveal(A))
        .thenRejected(CeremonyRejection.CEREMONY_WITHOUT_ACCOUNTS);
    task.given(frozen, then)
        .when(Ceremony.EXECUTE)
        .thenRejected(CeremonyRejection.CEREMONY_WITHOUT_ACCOUNTS);
    assertThat(CeremonyRejection.CEREMONY_WITHOUT_ACCOUNTS.wording().text())
        .contains("作废", "重新锁定抽取");

    var again =
        task.given(frozen, then)
            .having(Ceremony.approve("王局", "升级前的承诺"))
            .having(Ceremony.approve("李局", "升级前的承诺"))
            .when(FREEZE)
            .state();
    assertThat(again.current().orElseThrow().round()).isEqualTo(2);
  }

  @Test
  void a_ceremony_revealed_before_witnesses_had_accounts_is_executed_as_it_was_begun() {
    DrawEvent frozen = task.given().when(FREEZE).events().getFirst();
    var now =
        (DrawEvent.DrawCommitted) frozen().havingAll(PREPARED).when(COMMIT).events().getFirst();
    var executed =
        task.given(
                frozen,
                new DrawEvent.DrawCommitted(now.commit(), now.commitHash(), null),
                new DrawEvent.ContributionRevealed(A, null, null, null, null),
                new DrawEvent.ContributionRevealed(B, null, null, null, null))
            .when(Ceremony.EXECUTE)
            .state();
    assertThat(executed).isInstanceOf(TaskDraws.Executed.class);
  }
}
