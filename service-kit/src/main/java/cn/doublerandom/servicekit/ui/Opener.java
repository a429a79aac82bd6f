package cn.doublerandom.servicekit.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.servicekit.identity.ForWhom;
import io.quarkus.security.identity.SecurityIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who a form was shown to: the account, for whom it acts, and in which bureau. The windows of one
 * browser share its session, so that a form may be sent by somebody who never saw it.
 *
 * @param text as it stands in the form, of signs that mean nothing in HTML
 */
record Opener(String text) {
  /** The field of a form that names who opened it. */
  static final String FIELD = "_as";

  private static final String KEY = "<input type=\"hidden\" name=\"" + Form.KEY + "\"";

  static Opener of(SecurityIdentity who, BureauKey bureau) {
    return new Opener(
        Stream.of(
                who.getPrincipal().getName(),
                ForWhom.entry(who).map(Deputyship::principal).orElse(""),
                bureau.text())
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
            .collect(Collectors.joining(" ")));
  }

  /** The page whose forms name who opened them: all that give a command have a key. */
  String named(String html) {
    return html.replace(
        KEY, "<input type=\"hidden\" name=\"" + FIELD + "\" value=\"" + text + "\">" + KEY);
  }
}
