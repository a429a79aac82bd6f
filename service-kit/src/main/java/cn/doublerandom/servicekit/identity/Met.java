package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Is told of everybody who asks with a token, beside his request and without holding it up. */
public interface Met {
  /**
   * Somebody acts in a bureau.
   *
   * @param token as he brought it, judged
   */
  void met(BureauKey bureau, JsonWebToken token);
}
