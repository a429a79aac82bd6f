package cn.doublerandom.local;

import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.eventstore.person.PersonalFields;
import cn.doublerandom.eventstore.person.PersonalFields.Carried;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Events as they are copied: everything of a person is sealed as new events seal it. */
final class PeopleSealed {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Optional<PersonalFields> fields;
  private final ResidentNumbers numbers;
  private final PersonKeys before;
  private final PersonKeys after;
  private long changed;
  private long erased;

  /**
   * Seals what a service's events say of people.
   *
   * @param fields absent where a service keeps no people
   * @param before keys of the old ledger, also those from before kinds had namespaces
   * @param after keys of the new one
   */
  PeopleSealed(
      Optional<PersonalFields> fields,
      ResidentNumbers numbers,
      PersonKeys before,
      PersonKeys after) {
    this.fields = fields;
    this.numbers = numbers;
    this.before = before;
    this.after = after;
  }

  /** How many events say something else than before. */
  long changed() {
    return changed;
  }

  /** How many events tell of somebody who was erased; what stood in clear of them is left out. */
  long erased() {
    return erased;
  }

  /** The event as the new ledger has it; the same one where it tells of nobody in clear. */
  StoredEvent of(StoredEvent event) throws IOException {
    StoredEvent named = numbers.replace(event);
    String payload = named.payload();
    if (fields.isPresent()) {
      Optional<Carried> was = fields.get().in(event);
      Optional<Carried> now = fields.get().in(named);
      if (was.isPresent() && now.isPresent()) {
        payload = payload(was.get(), now.get());
      }
    }
    if (payload.equals(event.payload())
        && named.stream().equals(event.stream())
        && named.metadata().equals(event.metadata())) {
      return event;
    }
    changed++;
    var fresh = new NewEvent(event.id(), event.type(), payload, named.metadata());
    return new StoredEvent(
        named.stream(),
        event.version(),
        event.id(),
        event.type(),
        payload,
        named.metadata(),
        fresh.hash(named.stream(), event.version()),
        event.chunks());
  }

  private String payload(Carried was, Carried now) throws IOException {
    String opened = was.sealed().isEmpty() ? "" : opened(was.person(), was.sealed());
    String again = opened.equals(PersonKeys.ERASED) ? null : sealed(now.person(), now.text(opened));
    if (again == null) {
      erased++;
      return now.payload(was.sealed());
    }
    return now.payload(again);
  }

  private String opened(Person person, String sealed) throws IOException {
    String text =
        before.open(Map.of(person, sealed)).await().atMost(LIMIT).getOrDefault(person, "");
    if (text.equals(PersonKeys.UNREADABLE)) {
      throw new IOException(
          person.name()
              + " 的密钥缺失 cannot be opened: its key, or the master key in identity/, is another"
              + " than was in use; nothing was copied");
    }
    return text;
  }

  private @org.jspecify.annotations.Nullable String sealed(Person person, String text) {
    return after.seal(Map.of(person, text)).await().atMost(LIMIT).get(person);
  }
}
