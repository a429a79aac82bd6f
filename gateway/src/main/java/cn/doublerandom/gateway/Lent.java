package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For whom somebody may act today (代理), as the registry says; the services judge it themselves.
 *
 * @param fault a sentence; empty where there is none
 */
record Lent(List<Entry> entries, String fault) {
  /** What a choice of the head begins with that is no role of his own. */
  static final String PREFIX = "for:";

  private static final int MOST = 50;

  /**
   * One he may act for.
   *
   * @param principal account
   * @param name what he is called
   * @param unit in which the deputy then acts; empty where in none
   * @param roles that were lent, as tokens name them
   */
  record Entry(String principal, String name, String unit, List<String> roles) {
    private static Optional<Entry> of(JsonObject said) {
      String principal = text(said, "principal");
      String name = text(said, "name");
      List<String> roles = new ArrayList<>();
      if (said.getValue("roles") instanceof JsonArray all) {
        all.stream()
            .filter(one -> one instanceof String role && Person.ROLES.containsKey(role))
            .forEach(one -> roles.add((String) one));
      }
      return Session.ACCOUNT.matcher(principal).matches() && !roles.isEmpty()
          ? Optional.of(
              new Entry(principal, name.isEmpty() ? principal : name, text(said, "unit"), roles))
          : Optional.empty();
    }

    private static String text(JsonObject said, String name) {
      return said.getValue(name) instanceof String text ? text : "";
    }
  }

  /** The question, asked of the registry. */
  static final PartQuestion.About<Lent> QUESTION =
      new PartQuestion.About<>() {
        @Override
        public List<PartQuestion.Form> forms() {
          return List.of(new PartQuestion.Form("/api/v1/deputies/mine", "application/json"));
        }

        @Override
        public Lent nothing(Part part) {
          return new Lent(List.of(), "");
        }

        @Override
        public Lent fault(Part part, String sentence) {
          return new Lent(List.of(), sentence);
        }

        @Override
        public Optional<Lent> read(PartQuestion.Form form, Part part, Buffer body) {
          return Lent.read(body);
        }

        @Override
        public PartQuestion.Called called() {
          return new PartQuestion.Called("您的代理", "for whom you act");
        }
      };

  private static Optional<Lent> read(Buffer body) {
    try {
      List<Entry> entries = new ArrayList<>();
      for (Object one : new JsonArray(body)) {
        if (one instanceof JsonObject said && entries.size() < MOST) {
          Entry.of(said).ifPresent(entries::add);
        }
      }
      return Optional.of(new Lent(List.copyOf(entries), ""));
    } catch (DecodeException | ClassCastException notReadable) {
      return Optional.empty();
    }
  }

  /** The entry of one; empty where he may not act for him, or nobody could say. */
  Optional<Entry> of(String principal) {
    return entries.stream().filter(entry -> entry.principal().equals(principal)).findFirst();
  }

  /** Whether it is known that he may not act for somebody. */
  boolean refuses(String principal) {
    return fault.isEmpty() && of(principal).isEmpty();
  }
}
