package cn.doublerandom.registry.item;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ITEM_NOT_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.RELEASE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.RELEASE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.RELEASE_WAITS;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.item.InspectionItem.Claimed;
import cn.doublerandom.registry.item.InspectionItem.ReleaseRequest;
import cn.doublerandom.registry.item.InspectionItem.Superseded;
import cn.doublerandom.registry.item.InspectionItem.Unclaimed;
import cn.doublerandom.registry.item.InspectionItem.Unlisted;
import cn.doublerandom.registry.item.ItemCommand.ApproveRelease;
import cn.doublerandom.registry.item.ItemCommand.EndRelease;
import cn.doublerandom.registry.item.ItemCommand.ReleaseItem;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.item.ItemEvent.ReleaseAsked;
import cn.doublerandom.registry.item.ItemEvent.ReleaseEnded;
import java.util.Optional;
import java.util.function.Function;

/** What an office claimed it inspects: that it does no more takes two people. */
final class Releasing {
  private Releasing() {}

  private static Decision<ItemEvent> claimed(
      InspectionItem item, Function<Claimed, Decision<ItemEvent>> rule) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Unclaimed unclaimed -> reject(ITEM_NOT_CLAIMED);
      case Superseded superseded -> reject(ITEM_NOT_CLAIMED);
      case Claimed claimed -> rule.apply(claimed);
    };
  }

  static Decision<ItemEvent> ask(ReleaseItem ask, InspectionItem item) {
    return claimed(
        item,
        known -> {
          if (!ReasonText.isInWords(ask.reason())) {
            return reject(REASON_MISSING, "field", "reason");
          }
          return known
              .release()
              .map(r ->
                  SecondPerson.isSame(r.by(), ask.by()) && r.reason().equals(ask.reason())
                      ? Decision.<ItemEvent>accept()
                      : Decision.<ItemEvent>reject(RELEASE_WAITS))
              .orElseGet(() -> accept(new ReleaseAsked(ask.reason(), ask.by())));
        });
  }

  static Decision<ItemEvent> approve(ApproveRelease approve, InspectionItem item) {
    return claimed(
        item,
        known ->
            known
                .release()
                .<Decision<ItemEvent>>map(asked ->
                    SecondPerson.isSame(asked.by(), approve.by())
                        ? reject(RELEASE_NEEDS_SECOND_PERSON)
                        : accept(new ItemReleased(known.unit(), asked.reason())))
                .orElseGet(() -> reject(RELEASE_NOT_REQUESTED)));
  }

  static Decision<ItemEvent> end(EndRelease end, InspectionItem item) {
    return claimed(
        item,
        known -> {
          if (known.release().isEmpty()) {
            return reject(RELEASE_NOT_REQUESTED);
          }
          return ReasonText.isInWords(end.reason())
              ? accept(new ReleaseEnded(end.by(), end.reason()))
              : reject(REASON_MISSING, "field", "reason");
        });
  }

  static InspectionItem asked(InspectionItem item, ReleaseAsked asked) {
    return ((Claimed) item).with(Optional.of(new ReleaseRequest(asked.reason(), asked.by())));
  }

  static InspectionItem ended(InspectionItem item) {
    return ((Claimed) item).with(Optional.empty());
  }
}
