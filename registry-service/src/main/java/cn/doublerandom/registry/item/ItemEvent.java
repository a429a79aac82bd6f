package cn.doublerandom.registry.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to an inspection item. */
public sealed interface ItemEvent {
  /**
   * The catalogue lists the item, new or changed.
   *
   * @param requestedBy who asked for another name of a claimed item; absent where it took one
   * @param approvedBy who agreed; absent there too
   */
  record ItemListed(ItemDetails details, @Nullable String requestedBy, @Nullable String approvedBy)
      implements ItemEvent {
    /** It took nobody's agreement. */
    public static ItemListed alone(ItemDetails details) {
      return new ItemListed(details, null, null);
    }
  }

  /**
   * A table gives a claimed item another name; a second person decides.
   *
   * @param becomes all that the table says of it
   * @param by account
   * @param batch all that the table asked for
   */
  record RenamingAsked(ItemDetails becomes, String by, String batch) implements ItemEvent {}

  /**
   * It keeps its name: another person declined, or who asked took it back.
   *
   * @param by account
   * @param reason in words; absent in events of before it was asked for
   */
  record RenamingEnded(String by, @Nullable String reason) implements ItemEvent {}

  /**
   * An office claimed it.
   *
   * @param mandate clause of the 三定规定
   */
  record ItemClaimed(String unit, String mandate, LocalDate claimedOn) implements ItemEvent {}

  /**
   * Somebody asked to give it back; a second person decides.
   *
   * @param by account
   */
  record ReleaseAsked(String reason, String by) implements ItemEvent {}

  /**
   * It is not given back: another person declined, or who asked took it back.
   *
   * @param by account
   * @param reason in words; absent in events of before it was asked for
   */
  record ReleaseEnded(String by, @Nullable String reason) implements ItemEvent {}

  /** The office gave it back. */
  record ItemReleased(String unit, String reason) implements ItemEvent {}

  /**
   * The catalogue no longer lists it.
   *
   * @param catalogue the version that does not
   */
  record ItemSuperseded(String catalogue) implements ItemEvent {}

  /**
   * An import was undone, and the item is again what it was before it.
   *
   * @param reason why it was asked for
   * @param effective the day of the approval
   * @param supersededBy version of the catalogue that does not list it, or {@link
   *     InspectionItem.Superseded#BY_UNDO} of one the import had listed; absent where it is listed
   */
  record ItemImportUndone(
      String importId,
      String reason,
      LocalDate effective,
      ItemDetails details,
      @Nullable String supersededBy,
      String requestedBy,
      String approvedBy)
      implements ItemEvent {}

  /** What is asked on site was laid down anew; carries the whole checklist. */
  record ChecklistSet(Checklist checklist) implements ItemEvent {}
}
