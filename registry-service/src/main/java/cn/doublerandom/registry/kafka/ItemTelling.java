package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.ChecklistChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemDetails;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What others are told of an item: its claim, and what is asked on site for it. */
final class ItemTelling {
  private ItemTelling() {}

  static IntegrationEvent told(InspectionItem.Claimed claimed, @Nullable LocalDate renamedOn) {
    ItemDetails details = claimed.details();
    return new ItemClaimed(
        details.code(),
        details.name(),
        details.legalBasis(),
        details.category().name(),
        details.field(),
        details.method(),
        claimed.unit(),
        claimed.mandate(),
        claimed.claimedOn(),
        renamedOn);
  }

  static IntegrationEvent told(String item, Checklist checklist) {
    return new ChecklistChanged(
        item,
        checklist.questions().stream()
            .map(q ->
                new ChecklistChanged.Question(
                    q.id(),
                    q.text(),
                    q.kind().name(),
                    absent(q.guidance()),
                    absent(q.clause()),
                    q.options(),
                    q.measuredIn(),
                    q.least(),
                    q.most()))
            .toList());
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }
}
