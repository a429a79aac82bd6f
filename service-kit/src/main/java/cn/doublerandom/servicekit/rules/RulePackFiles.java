package cn.doublerandom.servicekit.rules;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RulePack;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The packs that ship with the suite: one JSON file each. */
public final class RulePackFiles {
  private static final List<String> SHIPPED =
      List.of(
          "national-2019",
          "lotteries-2019",
          "ceremony-2019",
          "results-2019",
          "hebei-2023",
          "visits-2023",
          "follow-ups-2023",
          "objections-2023",
          "credit-repair-2023",
          "state-council-2025",
          "visits-2025",
          "records-2025",
          "supervision-2025",
          "assessment-2025",
          "ratings-2026");

  private RulePackFiles() {}

  /** All of them; a file with a member nobody knows is refused, because a rule would be lost. */
  public static RulePacks shipped() {
    return new RulePacks(SHIPPED.stream().map(RulePackFiles::read).toList());
  }

  /** The book of these packs, {@link RuleBook#of}. */
  public static RuleBook book(List<String> ids) {
    return RuleBook.of(shipped(), ids);
  }

  private static RulePack read(String id) {
    String path = "/rulepacks/" + id + ".json";
    try (InputStream in = RulePackFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return mapper().readValue(in, RulePack.class);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Rules as JSON: the kind of a value or example stands under {@code is}. */
  public static ObjectMapper mapper() {
    ObjectMapper json =
        EventCodec.mapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(RuleValue.class, Kind.class)
            .addMixIn(RulePack.Example.class, Kind.class);
    json.registerSubtypes(RuleValue.class.getPermittedSubclasses());
    json.registerSubtypes(RulePack.Example.class.getPermittedSubclasses());
    return json;
  }

  /** Sealed interfaces are told apart by the simple names of their records. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Kind {}
}
