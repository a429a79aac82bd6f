package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which signatures a record goes without, and who says so: one of the team asks, another person
 * agrees. It holds for the record that was read and for no other (ADR 83).
 *
 * @param recordHash of that record, 64 lowercase hex digits
 * @param by account of who asked
 * @param agreedBy account of who agreed; absent as long as nobody has
 * @param agreedOn likewise
 */
public record SignatureGaps(
    String recordHash,
    List<SignatureGap> gaps,
    String by,
    LocalDate on,
    @Nullable String agreedBy,
    @Nullable LocalDate agreedOn) {
  public SignatureGaps {
    gaps = List.copyOf(gaps);
  }

  static SignatureGaps of(SigningEvent.GapsAsked asked) {
    return new SignatureGaps(asked.recordHash(), asked.gaps(), asked.by(), asked.on(), null, null);
  }

  SignatureGaps agreed(SigningEvent.GapsAgreed agreed) {
    return new SignatureGaps(recordHash, gaps, by, on, agreed.by(), agreed.on());
  }

  /** Whether another person has agreed. */
  public boolean stands() {
    return agreedBy != null;
  }

  boolean isOf(String hash) {
    return recordHash.equals(hash);
  }

  /** Whether each of those who are missing is one of them. */
  boolean cover(List<String> missing) {
    return missing.stream()
        .allMatch(who -> gaps.stream().anyMatch(gap -> SecondPerson.isSame(gap.of(), who)));
  }
}
