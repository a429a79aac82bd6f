package planted.bureau;

import cn.doublerandom.contracts.json.CanonicalJson;

/** Breaks: a word of the bureau that reaches for more than the JDK. */
public class Reaching {
  public String text = CanonicalJson.text("reached for");
}
