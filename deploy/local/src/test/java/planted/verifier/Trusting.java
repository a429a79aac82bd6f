package planted.verifier;

import cn.doublerandom.contracts.json.CanonicalJson;

/** Breaks: a verifier that shares code with what it verifies. */
public class Trusting {
  public String text = CanonicalJson.text("shared");
}
