package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.person.PersonText;
import cn.doublerandom.registry.subject.Licence;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of an entry is a person's own: sealed as one text, and put back where it is opened. */
public final class SubjectPerson {
  private static final String ADDRESS = "address";
  private static final String OWNER = "owner";
  private static final String CONTRACTOR = "contractor";
  private static final String LICENCES = "licences";
  private static final ObjectMapper JSON = EventCodec.mapper();

  private SubjectPerson() {}

  /**
   * The text to be sealed; numbers of licences in the order of the licences.
   *
   * @param name of a person; empty where a person owns the subject
   */
  public static String text(SubjectDetails details, String name) {
    Map<String, Object> more = new TreeMap<>();
    if (details.kind() != SubjectKind.PERSON) {
      put(more, OWNER, details.more().owner());
      return new PersonText("", more).text();
    }
    put(more, ADDRESS, details.address());
    put(more, OWNER, details.more().owner());
    put(more, CONTRACTOR, details.more().contractor());
    List<String> numbers = details.more().licences().stream().map(Licence::number).toList();
    if (!numbers.isEmpty()) {
      more.put(LICENCES, numbers);
    }
    return new PersonText(name, more).text();
  }

  private static void put(Map<String, Object> more, String field, String value) {
    if (!value.isEmpty()) {
      more.put(field, value);
    }
  }

  /** The entry with what was opened; entries of before only their names were sealed as they are. */
  public static SubjectDetails opened(SubjectDetails details, String text) {
    if (PersonKeys.isGone(text)) {
      return gone(details.shown(), text);
    }
    if (details.kind() != SubjectKind.PERSON) {
      return owned(details, text);
    }
    String name = PersonText.nameOf(text);
    int end = PersonText.endOfName(text);
    SubjectDetails shown = details.withSealedName("");
    if (end < 0) {
      return shown.with(name, shown.address(), shown.particulars());
    }
    JsonNode more = read(text.substring(end + 1));
    Particulars particulars = shown.more();
    List<Licence> licences = new ArrayList<>();
    for (int i = 0; i < particulars.licences().size(); i++) {
      licences.add(particulars.licences().get(i).numbered(more.path(LICENCES).path(i).asText()));
    }
    return shown.with(
        name,
        more.path(ADDRESS).asText(),
        particulars.with(more.path(OWNER).asText(), more.path(CONTRACTOR).asText(), licences));
  }

  private static SubjectDetails gone(SubjectDetails shown, String word) {
    return shown.kind() == SubjectKind.PERSON
        ? shown.with(word, shown.address(), shown.particulars())
        : shown.with(shown.name(), shown.address(), shown.more().ownedBy(word));
  }

  private static SubjectDetails owned(SubjectDetails details, String text) {
    JsonNode more = read(text.substring(PersonText.endOfName(text) + 1));
    SubjectDetails shown = details.withSealedName("");
    return shown.with(
        shown.name(), shown.address(), shown.more().ownedBy(more.path(OWNER).asText()));
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was sealed is no JSON", e);
    }
  }
}
