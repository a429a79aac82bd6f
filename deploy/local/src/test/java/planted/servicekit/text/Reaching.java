package planted.servicekit.text;

import cn.doublerandom.contracts.json.CanonicalJson;

/** Breaks: words for every rule that reach for more than the JDK. */
public class Reaching {
  public String text = CanonicalJson.text("reached for");
}
