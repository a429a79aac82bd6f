package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody as his own token says who he is. It was issued to us and is judged by the services; here
 * it is only read to him.
 *
 * @param roles in the words of the office, in the order of {@link #ROLES}
 * @param groups the same roles as the token names them
 * @param bureaus keys of those his token names; none where it means the only one there is
 */
public record Person(
    String account,
    String name,
    String unit,
    List<String> roles,
    List<String> groups,
    List<String> bureaus) {
  /** Three parts, of which the second is read. */
  static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]{1,2048}\\.([A-Za-z0-9_-]{1,8192})\\.[A-Za-z0-9_-]{1,2048}");

  /** With what the key of a practice bureau goes on behind its region. */
  private static final String PRACTICE = ".practice";

  /** The roles of tokens in the words of the office, whose work comes first. */
  static final Map<String, String> ROLES = inOrder();

  private static Map<String, String> inOrder() {
    Map<String, String> roles = new LinkedHashMap<>();
    roles.put("coordinator", "统筹人员");
    roles.put("registrar", "名录管理人员");
    roles.put("approver", "审批人");
    roles.put("unit-lead", "单位负责人");
    roles.put("legal-reviewer", "法制审核人员");
    roles.put("publisher", "公示人员");
    roles.put("supervisor", "纪检监察人员");
    roles.put("witness", "见证人");
    roles.put("auditor", "审计人员");
    roles.put("operator", "运维人员");
    roles.put("platform", "省级平台");
    roles.put("inspector", "执法检查人员");
    return Collections.unmodifiableMap(roles);
  }

  /** What a page shows of his roles. */
  public String role() {
    return String.join("、", roles);
  }

  /** The same, acting in one of his roles; in all of them where it is none of his. */
  Person acting(String chosen) {
    return groups.contains(chosen)
        ? new Person(account, name, unit, List.of(ROLES.get(chosen)), List.of(chosen), bureaus)
        : this;
  }

  /** The same, acting for another in roles that were lent to him. */
  Person lent(String in, List<String> these) {
    List<String> groups = ROLES.keySet().stream().filter(these::contains).toList();
    return new Person(account, name, in, groups.stream().map(ROLES::get).toList(), groups, bureaus);
  }

  /** The same, acting in one of his bureaus; as before where it is none of them. */
  Person in(String chosen) {
    return bureaus.contains(chosen)
        ? new Person(account, name, unit, roles, groups, List.of(chosen))
        : this;
  }

  /** The bureau he acts in by its key, the first of several; empty where his token names none. */
  public String bureau() {
    return bureaus.isEmpty() ? "" : bureaus.getFirst();
  }

  /** Whether what he does is an exercise: the key of a practice bureau says so (ADR 87). */
  public boolean isPractice() {
    return bureau().contains(PRACTICE);
  }

  /** Where he stands on a list: by role, then by account. */
  int rank() {
    List<String> order = List.copyOf(ROLES.values());
    return roles.isEmpty() ? order.size() : order.indexOf(roles.getFirst());
  }

  /** Whether he inspects and does nothing else. */
  public boolean isInspector() {
    return roles.equals(List.of(ROLES.get("inspector")));
  }

  /** Of a token; nobody where it is none. */
  static Optional<Person> of(String token) {
    var matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var claims = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(matcher.group(1))));
      String account = text(claims, "sub");
      return account.isEmpty() ? Optional.empty() : Optional.of(of(account, claims));
    } catch (IllegalArgumentException | DecodeException notReadable) {
      return Optional.empty();
    }
  }

  private static Person of(String account, JsonObject claims) {
    String name = text(claims, "name");
    List<String> groups = texts(claims.getValue("groups"));
    return new Person(
        account,
        name.isEmpty() ? account : name,
        text(claims, "unit"),
        ROLES.entrySet().stream()
            .filter(role -> groups.contains(role.getKey()))
            .map(Map.Entry::getValue)
            .toList(),
        ROLES.keySet().stream().filter(groups::contains).toList(),
        texts(claims.getValue("bureau")));
  }

  private static String text(JsonObject claims, String name) {
    return claims.getValue(name) instanceof String text ? text : "";
  }

  private static List<String> texts(Object claim) {
    List<String> texts = new ArrayList<>();
    if (claim instanceof String text) {
      texts.add(text);
    } else if (claim instanceof JsonArray array) {
      array.forEach(one -> {
        if (one instanceof String text) {
          texts.add(text);
        }
      });
    }
    return texts;
  }
}
