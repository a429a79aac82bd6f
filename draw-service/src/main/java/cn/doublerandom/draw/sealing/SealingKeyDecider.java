package cn.doublerandom.draw.sealing;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.SealingRejection.SEALING_KEY_NOT_REQUESTED;
import static cn.doublerandom.draw.SealingRejection.SEALING_KEY_OF_ANOTHER;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.sealing.SealingKeyCommand.ApproveSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyCommand.EndSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyCommand.RequestSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyDropped;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRequested;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys follow one another and none is forgotten; a new one takes two people. */
public final class SealingKeyDecider
    implements Decider<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> {
  @Override
  public KnownSealingKeys initial() {
    return KnownSealingKeys.NONE;
  }

  @Override
  public Decision<SealingKeyEvent> decide(SealingKeyCommand command, KnownSealingKeys keys) {
    return switch (command) {
      case RequestSealingKey c
          when keys.rotated().stream().anyMatch(k -> k.publicKey().equals(c.publicKey())) ->
          accept();
      case RequestSealingKey(var key, var by, var today) ->
          accept(new SealingKeyRequested(key, by, today));
      case ApproveSealingKey approve ->
          keys.asked()
              .map(asked -> approved(approve, asked, keys))
              .orElseGet(() -> reject(SEALING_KEY_NOT_REQUESTED));
      case EndSealingKey end ->
          keys.asked()
              .map(asked -> ended(end, asked, keys))
              .orElseGet(() -> reject(SEALING_KEY_NOT_REQUESTED));
    };
  }

  private static Decision<SealingKeyEvent> ended(
      EndSealingKey end, SealingKeyRequested asked, KnownSealingKeys keys) {
    boolean isOwn = SecondPerson.isAmong(end.by(), keys.touchedBy());
    if (end.own() && !isOwn) {
      return reject(SEALING_KEY_OF_ANOTHER, "by", asked.by());
    } else if (!end.own() && isOwn) {
      return reject(APPROVAL_NEEDS_SECOND_PERSON);
    } else if (!ReasonText.isInWords(end.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return accept(
        new SealingKeyDropped(
            asked.publicKey(), asked.by(), end.by(), end.reason(), end.own(), end.today()));
  }

  private static Decision<SealingKeyEvent> approved(
      ApproveSealingKey approve, SealingKeyRequested asked, KnownSealingKeys keys) {
    return SecondPerson.isAmong(approve.by(), keys.touchedBy())
        ? reject(APPROVAL_NEEDS_SECOND_PERSON)
        : accept(
            new SealingKeyRotated(asked.publicKey(), asked.by(), approve.today(), approve.by()));
  }

  @Override
  public KnownSealingKeys evolve(KnownSealingKeys keys, SealingKeyEvent event) {
    return switch (event) {
      case SealingKeyRequested asked -> {
        Set<String> touched = new HashSet<>(keys.touchedBy());
        touched.add(asked.by());
        yield new KnownSealingKeys(keys.rotated(), Optional.of(asked), touched);
      }
      case SealingKeyDropped dropped ->
          new KnownSealingKeys(keys.rotated(), Optional.empty(), Set.of());
      case SealingKeyRotated rotated -> {
        List<SealingKeyRotated> more = new ArrayList<>(keys.rotated());
        more.add(rotated);
        yield new KnownSealingKeys(more, Optional.empty(), Set.of());
      }
    };
  }
}
