package cn.doublerandom.bureau.key;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bureau as the register of bureaus has it: one of many an installation serves.
 *
 * @param creditCode 统一社会信用代码, under which it issues what it publishes
 * @param rulePacks ids of the packs that hold for it beside the national ones
 * @param documents how it numbers its documents
 */
public record Bureau(
    BureauKey key,
    String name,
    String creditCode,
    BureauLevel level,
    List<String> rulePacks,
    DocumentNumberForm documents) {
  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

  public Bureau {
    rulePacks = List.copyOf(rulePacks);
    Optional<String> fault = fault(key, name, creditCode, level);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /** What is wrong with a row, in words; empty where nothing is. */
  public static Optional<String> fault(
      BureauKey key, String name, String creditCode, BureauLevel level) {
    if (name.isBlank() || !name.equals(name.strip())) {
      return Optional.of("请填写单位名称，首尾不留空格。");
    } else if (!CREDIT_CODE.matcher(creditCode).matches()) {
      return Optional.of("统一社会信用代码应为 18 位，不用字母 I、O、S、V、Z。");
    }
    BureauLevel ofRegion = BureauLevel.ofRegion(key.region());
    return level == ofRegion
        ? Optional.empty()
        : Optional.of(
            "行政区划 %s 的单位是%s，不是%s。".formatted(key.region(), ofRegion.text(), level.text()));
  }

  /** GB/T 2260, six digits. */
  public String region() {
    return key.region();
  }
}
