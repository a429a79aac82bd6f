package cn.doublerandom.registry.bureau;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.bureau.key.DocumentNumberForm;
import java.util.List;

/**
 * What the register says of a bureau.
 *
 * @param key for example {@code 130534.scjg}
 * @param name as it signs what it publishes
 * @param creditCode 统一社会信用代码, under which it issues what it publishes
 * @param level as its region is
 * @param rulePacks ids, ascending
 * @param documentNumbers as {@link DocumentNumberForm}
 */
public record BureauDetails(
    String key,
    String name,
    String creditCode,
    BureauLevel level,
    List<String> rulePacks,
    String documentNumbers) {
  public BureauDetails {
    rulePacks = rulePacks.stream().sorted().distinct().toList();
  }

  /** An entry as somebody types it; the level follows from the region. */
  public static BureauDetails of(
      BureauKey key, String name, String creditCode, List<String> rulePacks, String numbers) {
    return new BureauDetails(
        key.text(), name, creditCode, BureauLevel.ofRegion(key.region()), rulePacks, numbers);
  }

  /**
   * The bureau every ledger begins with, which no person registers.
   *
   * @param creditCode under which it issued before there was a register
   */
  public static BureauDetails home(String creditCode) {
    return of(BureauKey.SEED, "清河县交通运输局", creditCode, List.of(), "清交〔{year}〕{number}号");
  }

  /** The bureau itself; throws where it cannot be one. */
  public Bureau bureau() {
    return new Bureau(
        new BureauKey(key),
        name,
        creditCode,
        level,
        rulePacks,
        new DocumentNumberForm(documentNumbers));
  }
}
