package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.result.ResultCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What holds of a result since its publication was corrected (更正) or withdrawn (撤销). Its record
 * stays as it was signed; figures and what is still to be done go by this.
 *
 * @param version of the last correction, from 2; 1 where it was withdrawn uncorrected
 * @param withdrawn whether the publication holds no more
 * @param codes of the subject, ascending; none of a withdrawn one
 * @param items of each item; none of a withdrawn one, and where nobody said
 * @param toFollow items whose finding stands and has to be followed, ascending
 * @param reason why, as everybody reads it
 */
public record Amendment(
    int version,
    boolean withdrawn,
    List<String> codes,
    List<OfItem> items,
    List<String> toFollow,
    String reason,
    LocalDate on) {
  public Amendment {
    codes = List.copyOf(codes);
    items = List.copyOf(items);
    toFollow = List.copyOf(toFollow);
  }

  /** What holds since a result was corrected or withdrawn; nothing where it was not. */
  public static Optional<Amendment> of(Visit visit) {
    return visit instanceof Visit.Recorded recorded
        ? Optional.ofNullable(recorded.amendment())
        : Optional.empty();
  }

  /** Result codes of one item, ascending. */
  public record OfItem(String code, List<String> codes) {
    public OfItem {
      codes = List.copyOf(codes);
    }
  }

  Amendment following(Collection<String> waiting) {
    return new Amendment(
        version, withdrawn, codes, items, waiting.stream().sorted().toList(), reason, on);
  }

  /** What holds of an item: as it was answered where nothing else was said of it. */
  public List<String> of(Answer answer) {
    if (withdrawn || !ResultCode.areFinding(codes)) {
      return codes;
    }
    return items.stream()
        .filter(one -> one.code().equals(answer.itemCode()))
        .findFirst()
        .map(OfItem::codes)
        .orElse(answer.codes());
  }
}
