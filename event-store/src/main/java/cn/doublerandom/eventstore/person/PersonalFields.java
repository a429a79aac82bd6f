package cn.doublerandom.eventstore.person;

import cn.doublerandom.eventstore.StoredEvent;
import java.util.Optional;

/**
 * What of a service's events is a person's own. The service that writes such events names its
 * implementation for {@link java.util.ServiceLoader}; whoever copies a ledger of an earlier version
 * asks it what has to be sealed there.
 */
public interface PersonalFields {
  /** Whose fields an event carries, in clear or sealed; empty where nobody's. */
  Optional<Carried> in(StoredEvent event);

  /** A person's fields in one event. */
  interface Carried {
    Person person();

    /** What is sealed in the event; empty where nothing is. */
    String sealed();

    /**
     * All that is to be sealed, as one text, the same as a new event would seal.
     *
     * @param opened what {@link #sealed} held; empty where nothing was sealed
     */
    String text(String opened);

    /** The event's payload with nothing in clear and this sealed. */
    String payload(String sealedAgain);

    /** The register's number where that is a resident's number itself; it stands in keys too. */
    Optional<String> residentNumber();
  }
}
