package cn.doublerandom.registry.subject;

import java.util.regex.Pattern;

/**
 * Who owns a vehicle, a vessel or a stall, as the register has it: a subject's code, a firm or an
 * authority by its name, or somebody.
 *
 * <p>The name of a firm ends with its form (《企业名称登记管理规定》 第六条 组织形式), that of an authority with what
 * it is. Whatever else is a name is taken for a person's: sealing a firm too many hides little,
 * leaving a person in clear cannot be taken back.
 */
public final class OwnerName {
  /** Shorter names may be people whose given name ends with such a character. */
  private static final int SHORTEST_FIRM = 5;

  private static final Pattern FIRM =
      Pattern.compile(
          ".*(公司|集团|合伙\\)|合伙）|企业|厂|店|部|社|中心|站|场|院|校|学|园|所|局|处|队|会|行|府|厅|委|团|办|馆|矿|库|户)");

  private static final Pattern CODE = Pattern.compile("[\\p{ASCII}]*");

  private OwnerName() {}

  /** Whether the text may name a natural person. */
  public static boolean isPerson(String owner) {
    boolean isFirm =
        owner.codePointCount(0, owner.length()) >= SHORTEST_FIRM && FIRM.matcher(owner).matches();
    return !CODE.matcher(owner).matches() && !isFirm;
  }
}
