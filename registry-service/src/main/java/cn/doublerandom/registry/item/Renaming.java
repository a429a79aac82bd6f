package cn.doublerandom.registry.item;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_WAITS;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.item.InspectionItem.Claimed;
import cn.doublerandom.registry.item.InspectionItem.RenamingRequest;
import cn.doublerandom.registry.item.InspectionItem.Superseded;
import cn.doublerandom.registry.item.InspectionItem.Unclaimed;
import cn.doublerandom.registry.item.InspectionItem.Unlisted;
import cn.doublerandom.registry.item.ItemCommand.ApproveRenaming;
import cn.doublerandom.registry.item.ItemCommand.EndRenaming;
import cn.doublerandom.registry.item.ItemCommand.ListItem;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.RenamingAsked;
import cn.doublerandom.registry.item.ItemEvent.RenamingEnded;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plans and programmes name items by their names: another name of what an office claimed takes two
 * people (ADR 26, 17). What a table says of such an item waits as a whole.
 */
final class Renaming {
  private Renaming() {}

  /** One request waits at a time, and the same again is no second one. */
  static Decision<ItemEvent> list(ListItem told, Claimed claimed) {
    Optional<RenamingRequest> waits = claimed.renaming();
    if (waits.isPresent()) {
      return waits.get().becomes().equals(told.details())
          ? accept()
          : reject(
              RENAMING_WAITS,
              Map.of("item", told.details().code(), "waits", inWords(claimed, waits.get())));
    }
    return claimed.details().name().equals(told.details().name())
        ? accept(ItemListed.alone(told.details()))
        : accept(new RenamingAsked(told.details(), told.by(), told.batch()));
  }

  /** What waits, in words. */
  static String inWords(Claimed claimed, RenamingRequest asked) {
    return "已认领的事项 %s 由“%s”改名为“%s”（批次 %s，由 %s 申请）"
        .formatted(
            claimed.details().code(),
            claimed.details().name(),
            asked.becomes().name(),
            asked.batch(),
            asked.by());
  }

  static Decision<ItemEvent> approve(ApproveRenaming approve, InspectionItem item) {
    return asked(
        item,
        approve.batch(),
        (claimed, asked) ->
            SecondPerson.isSame(asked.by(), approve.by())
                ? reject(RENAMING_NEEDS_SECOND_PERSON)
                : accept(new ItemListed(asked.becomes(), asked.by(), approve.by())));
  }

  static Decision<ItemEvent> end(EndRenaming end, InspectionItem item) {
    return asked(
        item,
        end.batch(),
        (claimed, asked) ->
            ReasonText.isInWords(end.reason())
                ? accept(new RenamingEnded(end.by(), end.reason()))
                : reject(REASON_MISSING, "field", "reason"));
  }

  private static Decision<ItemEvent> asked(
      InspectionItem item,
      @Nullable String batch,
      BiFunction<Claimed, RenamingRequest, Decision<ItemEvent>> rule) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Unclaimed unclaimed -> reject(RENAMING_NOT_REQUESTED);
      case Superseded superseded -> reject(RENAMING_NOT_REQUESTED);
      case Claimed claimed ->
          claimed
              .renaming()
              .filter(asked -> batch == null || asked.batch().equals(batch))
              .map(asked -> rule.apply(claimed, asked))
              .orElseGet(() -> reject(RENAMING_NOT_REQUESTED));
    };
  }

  static InspectionItem asked(InspectionItem item, RenamingAsked asked) {
    return ((Claimed) item)
        .renamed(Optional.of(new RenamingRequest(asked.becomes(), asked.by(), asked.batch())));
  }

  static InspectionItem ended(InspectionItem item) {
    return ((Claimed) item).renamed(Optional.empty());
  }
}
