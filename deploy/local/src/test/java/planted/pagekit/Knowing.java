package planted.pagekit;

import cn.doublerandom.contracts.json.CanonicalJson;

/** Breaks: a look that knows what is shown. */
public class Knowing {
  public String text = CanonicalJson.text("known");
}
