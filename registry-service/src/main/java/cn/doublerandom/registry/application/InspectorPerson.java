package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.person.PersonText;
import java.util.Map;
import java.util.TreeMap;

/**
 * An inspector whose text was opened, or masked.
 *
 * @param details with the numbers of the certificates
 */
public record InspectorPerson(InspectorDetails details, String name) {
  private static final String CERTIFICATE = "certificate";
  private static final String PROVINCIAL = "provincialCertificate";

  /** The text to be sealed. */
  public static String text(InspectorDetails details, String name) {
    Map<String, Object> more = new TreeMap<>();
    more.put(CERTIFICATE, details.certificate());
    more.put(PROVINCIAL, details.more().provincialCertificate());
    return new PersonText(name, more).text();
  }

  /** What was opened; of before numbers were sealed they stand in the entry. */
  public static InspectorPerson opened(InspectorDetails details, String text) {
    if (PersonKeys.isGone(text)) {
      return new InspectorPerson(details.withoutOwn(), text);
    }
    int end = PersonText.endOfName(text);
    if (end < 0) {
      return new InspectorPerson(details, text);
    }
    var more = SubjectPerson.read(text.substring(end + 1));
    return new InspectorPerson(
        details.numbered(more.path(CERTIFICATE).asText(), more.path(PROVINCIAL).asText()),
        PersonText.nameOf(text));
  }

  /** As lists show it. */
  public InspectorPerson masked() {
    return PersonKeys.isGone(name) ? this : hidden();
  }

  private InspectorPerson hidden() {
    return new InspectorPerson(numberless().details, PersonText.masked(name));
  }

  /** With the name and no certificate's number: what it takes to tell who visits. */
  public InspectorPerson numberless() {
    return new InspectorPerson(
        details.numbered(
            PersonText.maskedNumber(details.certificate()),
            PersonText.maskedNumber(details.more().provincialCertificate())),
        name);
  }
}
