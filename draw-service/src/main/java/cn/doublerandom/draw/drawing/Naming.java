package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.HASH_MALFORMED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_ALREADY_NAMED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_CODES_ONE_HAND;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_CODE_IN_PRACTICE;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_IS_INSPECTOR;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_NAME_TAKEN;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_NOT_IMPARTIAL;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawCommand.IssueWitnessCode;
import cn.doublerandom.draw.drawing.DrawCommand.NameWitness;
import cn.doublerandom.draw.drawing.DrawEvent.WitnessNamed;
import cn.doublerandom.draw.drawing.Preparation.Access;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may witness. Whether an account exists and is a witness only its token says; so it accepts by
 * promising itself, nothing is committed before all who were named have, and who does not promise
 * is replaced or released. An account known to stand on another side is refused when named, and so
 * is its word as the name of somebody else. People's names are not known here: the registry seals
 * them, so whether a namesake is an inspector is for those to see who read the public ceremony.
 */
final class Naming {
  private Naming() {}

  static Decision<DrawEvent> name(NameWitness name, TaskDraws draws) {
    return Preparing.ceremonial(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          Optional<DrawRejection> partial = partial(name.account(), name.sides(), frozen);
          Optional<DrawRejection> borrowed = partial(name.name(), name.sides(), frozen);
          if (partial.isPresent()) {
            return reject(
                partial.get(), side("account", name.account(), name.by(), name.sides(), frozen));
          } else if (borrowed.isPresent()) {
            return reject(
                borrowed.get(), side("name", name.name(), name.by(), name.sides(), frozen));
          } else if (SecondPerson.isSame(name.account(), name.by())) {
            return reject(
                WITNESS_NOT_IMPARTIAL,
                side("account", name.account(), name.by(), name.sides(), frozen));
          } else if (known.hasPromised(name.by())) {
            return reject(WITNESS_NOT_IMPARTIAL);
          } else if (known
              .withAccount(name.account())
              .filter(w -> !SecondPerson.isSame(w.name(), name.name()))
              .isPresent()) {
            return reject(WITNESS_NAME_TAKEN, "field", "account");
          }
          return isNamed(name, known)
              ? reject(WITNESS_ALREADY_NAMED, "field", "account")
              : fresh(
                  known,
                  new WitnessNamed(name.name(), name.kind(), name.account(), null, name.by()));
        });
  }

  /** Whether just this is so already: the same account, under the same name, of the same kind. */
  private static boolean isNamed(NameWitness one, Preparation known) {
    return known
        .withAccount(one.account())
        .filter(w -> SecondPerson.isSame(w.name(), one.name()) && w.kind() == one.kind())
        .isPresent();
  }

  static Decision<DrawEvent> issue(IssueWitnessCode issue, TaskDraws draws) {
    if (BureauKey.isOfPractice(issue.drawId())) {
      return reject(WITNESS_CODE_IN_PRACTICE);
    }
    return Preparing.ceremonial(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          // Who knows a code could be the witness: so not the operator, not the one who freezes.
          if (isFreezer(issue.by(), frozen)
              || known.isInDeposit(issue.by())
              || known.hasPromised(issue.by())) {
            return reject(WITNESS_NOT_IMPARTIAL);
          } else if (known.hasCodeBeside(issue.name(), issue.by())) {
            return reject(WITNESS_CODES_ONE_HAND);
          }
          Optional<DrawRejection> borrowed = partial(issue.name(), issue.sides(), frozen);
          if (borrowed.isPresent()) {
            return reject(borrowed.get(), "field", "name");
          } else if (!Committing.HASH.matcher(issue.codeHash()).matches()) {
            return reject(HASH_MALFORMED);
          }
          return fresh(
              known,
              new WitnessNamed(issue.name(), issue.kind(), null, issue.codeHash(), issue.by()));
        });
  }

  /**
   * A witness may be named anew as long as nothing was promised under the name, by account where it
   * was an account, by code where it was a code: else one side takes over whom the other named.
   */
  private static Decision<DrawEvent> fresh(Preparation known, WitnessNamed named) {
    boolean isTaken =
        known
            .named(named.name())
            .filter(w -> w.promised().isPresent() || isCode(w) != (named.codeHash() != null))
            .isPresent();
    return isTaken ? reject(WITNESS_NAME_TAKEN, "field", "name") : accept(named);
  }

  private static boolean isCode(Preparation.Witness witness) {
    return switch (witness.access()) {
      case Access.Code code -> true;
      case Access.Account account -> false;
    };
  }

  /** On which other side an account stands, as far as anybody knows. */
  static Optional<DrawRejection> partial(String account, Sides sides, Frozen frozen) {
    if (SecondPerson.isAmong(account, sides.inspectors()) || isListed(account, frozen.frame())) {
      return Optional.of(WITNESS_IS_INSPECTOR);
    }
    Preparation known = frozen.preparation();
    return isFreezer(account, frozen)
            || SecondPerson.isAmong(account, known.initiated())
            || SecondPerson.isAmong(account, known.hands())
            || SecondPerson.isAmong(account, RecusedFrom.deciders(frozen.frame().recusedFrom()))
            || SecondPerson.isAmong(account, sides.others())
        ? Optional.of(WITNESS_NOT_IMPARTIAL)
        : Optional.empty();
  }

  /** On which side it stands, for who named it; the refusal says which sides there are. */
  private static Map<String, Object> side(
      String field, String account, String by, Sides sides, Frozen frozen) {
    Preparation known = frozen.preparation();
    if (SecondPerson.isSame(account, by)) {
      return said(field, "这是您自己的账号。", "It is your own account.");
    } else if (isFreezer(account, frozen)) {
      return said(field, "这个账号锁定了本轮名单。", "This account froze the list of the round.");
    } else if (known.isInDeposit(account)) {
      return said(field, "这个账号保管着统筹人员的秘密。", "This account holds the secret of the operator.");
    } else if (SecondPerson.isAmong(account, known.initiated())) {
      return said(
          field,
          "这个账号同意过抽取条件或者解除指定，或者发放过见证码。",
          "This account agreed to the terms or to a release, or handed out a code.");
    } else if (SecondPerson.isAmong(account, known.hands())) {
      return said(field, "这个账号指定过本轮的见证人。", "This account named witnesses of the round.");
    }
    return SecondPerson.isAmong(account, sides.others())
        ? said(
            field,
            "这个账号审批过计划、方案或者剔除，或者登记过监督人的钥匙。",
            "This account approved the plan, the programme or an exclusion, or registered the key of a"
                + " supervisor.")
        : Map.of("field", field);
  }

  private static Map<String, Object> said(String field, String chinese, String english) {
    return Map.of("field", field, "more", Map.of("zh", chinese, "en", english));
  }

  /** Whether an inspector has that account, drawable on the day of the freeze or not. */
  private static boolean isListed(String account, FrozenFrame frame) {
    return frame.lists().inspectors().stream().anyMatch(i -> SecondPerson.isSame(i.id(), account))
        || Optional.ofNullable(frame.unlisted()).stream()
            .flatMap(unlisted -> unlisted.stream())
            .anyMatch(i -> SecondPerson.isSame(i.inspector(), account));
  }

  private static boolean isFreezer(String account, Frozen frozen) {
    Officer freezer = frozen.frame().frozenBy();
    return freezer != null && SecondPerson.isSame(freezer.account(), account);
  }

  static TaskDraws named(TaskDraws draws, WitnessNamed named) {
    Frozen frozen = (Frozen) draws;
    String account = named.account();
    Access access =
        account == null
            ? new Access.Code(Objects.requireNonNull(named.codeHash()), named.by())
            : new Access.Account(account);
    var witness = new Preparation.Witness(named.name(), named.kind(), access, Optional.empty());
    Preparation known = frozen.preparation().by(named.by());
    return frozen.with(
        known.named(named.name()).isPresent()
            ? known.changing(named.name(), before -> witness)
            : known.with(witness));
  }
}
