package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a ceremony needs before its commit: witnesses who have promised, each for himself, and the
 * operator's secret in the supervisor's hands (protocol §4).
 *
 * @param witnesses in the order in which they were named
 * @param recusals declared since the freeze
 * @param hands accounts that froze, named, committed: all who worked on the draw so far
 * @param terms who agreed to what was frozen; empty before somebody did
 * @param releases of witnesses who have promised
 */
public record Preparation(
    Optional<Deposit> deposit,
    List<Witness> witnesses,
    List<LateRecusal> recusals,
    Set<String> hands,
    Optional<Agreed> terms,
    Releases releases) {
  static final Preparation NONE =
      new Preparation(
          Optional.empty(), List.of(), List.of(), Set.of(), Optional.empty(), Releases.NONE);

  public Preparation {
    witnesses = List.copyOf(witnesses);
    recusals = List.copyOf(recusals);
    hands = Set.copyOf(hands);
  }

  /**
   * The operator's secret, sealed to the supervisor's key.
   *
   * @param commitment hash of the secret, 64 hex digits
   * @param sealed base64; only the holder can open it
   * @param key the holder's public key
   * @param receiptHash of a token inside; who tells the token has opened the deposit
   * @param by account that keeps the secret
   * @param holder account of the supervisor
   * @param confirmed whether the holder has opened it and found what was committed to
   */
  public record Deposit(
      String commitment,
      String sealed,
      String key,
      String receiptHash,
      String by,
      String holder,
      boolean confirmed) {}

  /**
   * Somebody who may witness.
   *
   * @param name as it will stand in the commit
   * @param access how that person is known
   */
  public record Witness(
      String name, WitnessKind kind, Access access, Optional<Promised> promised) {}

  /** Who agreed to the terms, and on which day. */
  public record Agreed(String by, LocalDate on) {}

  /** How a witness is known: by an account, or by a code handed out for this ceremony and name. */
  public sealed interface Access {
    record Account(String account) implements Access {}

    /**
     * @param hash of the code; the code itself is kept nowhere
     * @param issuedBy account that handed it out
     */
    record Code(String hash, String issuedBy) implements Access {}
  }

  /**
   * What a witness promised.
   *
   * @param commitment 64 hex digits
   * @param pseudonym that stands in public for the account
   * @param unit of the account; empty where there is none
   */
  public record Promised(String commitment, String pseudonym, String unit) {}

  Optional<Witness> named(String name) {
    return witnesses.stream().filter(w -> SecondPerson.isSame(w.name, name)).findFirst();
  }

  Optional<Witness> withAccount(String account) {
    return witnesses.stream()
        .filter(
            w -> w.access instanceof Access.Account(var own) && SecondPerson.isSame(own, account))
        .findFirst();
  }

  /** Whether the account is named as a witness. */
  public boolean isNamed(String account) {
    return withAccount(account).isPresent();
  }

  /** Whether the account has promised as a witness. */
  boolean hasPromised(String account) {
    return withAccount(account).flatMap(Witness::promised).isPresent();
  }

  /** Whether the account keeps the operator's secret or holds the key it is sealed to. */
  boolean isInDeposit(String account) {
    return deposit
        .filter(d -> SecondPerson.isSame(d.by, account) || SecondPerson.isSame(d.holder, account))
        .isPresent();
  }

  /** Whether somebody else agreed to the terms than those who made the draw, and who commits. */
  boolean isAgreed(String committer) {
    return agreed().isPresent() && !isAgreedBy(committer);
  }

  /** Who agreed to the terms, where that still counts: nobody who works on the draw by now. */
  public Optional<Agreed> agreed() {
    return terms.filter(agreed -> !isOfTheDraw(agreed.by));
  }

  /** Whether the terms stand by his consent, which counts no more once he works on the draw. */
  public boolean isAgreedBy(String account) {
    return agreed().filter(agreed -> SecondPerson.isSame(agreed.by, account)).isPresent();
  }

  /** Whether the account froze, named or released witnesses, or keeps the operator's secret. */
  boolean isOfTheDraw(String account) {
    return SecondPerson.isAmong(account, hands) || isInDeposit(account);
  }

  /** The accounts that handed out a code, once for each code. */
  List<String> issuers() {
    List<String> issuers = new ArrayList<>();
    for (Witness witness : witnesses) {
      if (witness.access instanceof Access.Code code) {
        issuers.add(code.issuedBy);
      }
    }
    return issuers;
  }

  /** Whether the account has handed out the code of a witness of another name. */
  boolean hasCodeBeside(String name, String account) {
    return SecondPerson.isAmong(account, without(name).issuers());
  }

  /** Whether one hand gave out more codes than one; ledgers from before that was refused may. */
  boolean hasCodesOfOneHand() {
    return witnesses.stream()
        .anyMatch(
            w -> w.access instanceof Access.Code code && hasCodeBeside(w.name, code.issuedBy));
  }

  /** Whether somebody has promised with an account that handed out no code. */
  boolean hasPromiseOfOwnRight() {
    List<String> issuers = issuers();
    return promised().stream()
        .anyMatch(w ->
            w.access instanceof Access.Account(var own) && !SecondPerson.isAmong(own, issuers));
  }

  /** Those who have promised, as they will stand in the commit. */
  public List<Witness> promised() {
    return witnesses.stream().filter(w -> w.promised.isPresent()).toList();
  }

  /** Names of those who are still waited for. */
  List<String> unpromised() {
    return witnesses.stream().filter(w -> w.promised.isEmpty()).map(Witness::name).toList();
  }

  /** The pseudonym of the witness of that name; empty where nobody of that name promised. */
  public Optional<String> pseudonym(String name) {
    return named(name).flatMap(Witness::promised).map(Promised::pseudonym);
  }

  /** The accounts that know the operator's secret or a witness's code. */
  private Set<String> knowing() {
    Set<String> accounts = new LinkedHashSet<>();
    deposit.ifPresent(d -> {
      accounts.add(d.by);
      accounts.add(d.holder);
    });
    accounts.addAll(issuers());
    return accounts;
  }

  /** Those, and who agreed to the terms or to a release; they can witness nothing. */
  Set<String> initiated() {
    Set<String> accounts = knowing();
    accounts.addAll(releases.agreedBy());
    terms.ifPresent(agreed -> accounts.add(agreed.by));
    return accounts;
  }

  /**
   * All who had a hand in the draw, witnesses who promised too; none of them decides what becomes
   * of it. To be named by somebody binds nobody: else one could bar all who may void the draw.
   */
  Set<String> touchedBy() {
    Set<String> accounts = new LinkedHashSet<>(hands);
    accounts.addAll(initiated());
    for (Witness witness : promised()) {
      if (witness.access instanceof Access.Account(var own)) {
        accounts.add(own);
      }
    }
    return accounts;
  }

  /**
   * The same before there is a result: who agreed to the terms, or to a release, and did nothing
   * else likes no name better than another, and where he were barred too there might be nobody left
   * to void a draw that stands still.
   */
  Set<String> touchedBeforeResult() {
    Set<String> second = new LinkedHashSet<>(releases.agreedBy());
    agreed().ifPresent(agreed -> second.add(agreed.by));
    second.removeIf(
        by -> isOfTheDraw(by) || SecondPerson.isAmong(by, knowing()) || hasPromised(by));
    Set<String> accounts = touchedBy();
    accounts.removeIf(by -> SecondPerson.isAmong(by, second));
    return accounts;
  }

  /** This preparation, worked on by somebody; old events do not say by whom. */
  Preparation by(@Nullable String account) {
    if (account == null) {
      return this;
    }
    Set<String> more = new LinkedHashSet<>(hands);
    more.add(account);
    return new Preparation(deposit, witnesses, recusals, more, terms, releases);
  }

  /** The same, its terms agreed to. */
  Preparation with(Agreed agreed) {
    return new Preparation(deposit, witnesses, recusals, hands, Optional.of(agreed), releases);
  }

  Entropy.CeremonyPromise promise() {
    return new Entropy.CeremonyPromise(
        deposit.map(Deposit::commitment).orElse(""),
        promised().stream()
            .map(w -> new Entropy.Witness(w.name, w.promised.orElseThrow().commitment()))
            .toList());
  }

  Preparation with(Deposit laid) {
    return new Preparation(Optional.of(laid), witnesses, recusals, hands, terms, releases);
  }

  Preparation with(Witness fresh) {
    List<Witness> more = new ArrayList<>(witnesses);
    more.add(fresh);
    return witnessedBy(more);
  }

  /** The same without that name. */
  Preparation without(String name) {
    return witnessedBy(witnesses.stream().filter(w -> !SecondPerson.isSame(w.name, name)).toList());
  }

  Preparation changing(String name, UnaryOperator<Witness> change) {
    return witnessedBy(
        witnesses.stream()
            .map(w -> SecondPerson.isSame(w.name, name) ? change.apply(w) : w)
            .toList());
  }

  private Preparation witnessedBy(List<Witness> others) {
    return new Preparation(deposit, others, recusals, hands, terms, releases);
  }

  Preparation with(Releases changed) {
    return new Preparation(deposit, witnesses, recusals, hands, terms, changed);
  }

  Preparation with(LateRecusal late) {
    List<LateRecusal> more = new ArrayList<>(recusals);
    more.add(late);
    return with(more);
  }

  Preparation with(List<LateRecusal> declared) {
    return new Preparation(deposit, witnesses, declared, hands, terms, releases);
  }
}
