package cn.doublerandom.draw.register;

import java.util.Map;
import java.util.Optional;

/**
 * What the register says on a day of those a replacement is about: nobody comes in who may not be
 * drawn that day (R17).
 *
 * @param statuses of subjects, each ACTIVE, SUSPENDED, CANCELLED, MOVED_OUT, REVOKED or
 *     UNCONFIRMED; one who is absent is not in the register
 * @param obstacles of inspectors who may not serve: NOT_ACTIVE, CERTIFICATE_EXPIRED, ON_LEAVE or
 *     UNKNOWN
 */
public record InRegister(Map<String, String> statuses, Map<String, String> obstacles) {
  public static final String UNKNOWN = "UNKNOWN";

  /** Where nobody was asked about. */
  public static final InRegister NOTHING = new InRegister(Map.of(), Map.of());

  public InRegister {
    statuses = Map.copyOf(statuses);
    obstacles = Map.copyOf(obstacles);
  }

  public String status(String subject) {
    return statuses.getOrDefault(subject, UNKNOWN);
  }

  public boolean isInBusiness(String subject) {
    return status(subject).equals("ACTIVE");
  }

  public Optional<String> obstacle(String inspector) {
    return Optional.ofNullable(obstacles.get(inspector));
  }
}
