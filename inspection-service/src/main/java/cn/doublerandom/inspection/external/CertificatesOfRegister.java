package cn.doublerandom.inspection.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.application.DoorCertificates;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Met;
import cn.doublerandom.servicekit.identity.RegisterMemory;
import cn.doublerandom.servicekit.identity.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What the register says officers show at a door: asked beside a request of somebody who goes to
 * doors, under his own token, and held in memory alone (ADR 102).
 */
@ApplicationScoped
class CertificatesOfRegister implements DoorCertificates, Met {
  /** Whom the register tells. */
  private static final Set<String> TOLD = Set.of(Roles.INSPECTOR, Roles.UNIT_LEAD);

  /** A day of work: who is at a door has asked for something in it. */
  private static final Duration HELD = Duration.ofHours(12);

  /** As the register reads it: no spaces, no signs that change how a line is read. */
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}\\p{P}]{1,50}");

  private final RegisterMemory<Shown> memory;

  /**
   * @param registry where the registry answers, with its root path; absent where it is not asked
   */
  @Inject
  CertificatesOfRegister(
      @ConfigProperty(name = "suite.names.registry") Optional<URI> registry, Clock clock) {
    this.memory =
        new RegisterMemory<>(
            registry, "inspector-certificates", CertificatesOfRegister::shown, clock);
  }

  @Override
  public void met(BureauKey bureau, JsonWebToken token) {
    Set<String> roles = token.getGroups();
    if (roles != null && roles.stream().anyMatch(TOLD::contains)) {
      memory.met(bureau, token.getRawToken());
    }
  }

  @Override
  public Optional<Shown> of(BureauKey bureau, String number) {
    return memory.saidWithin(HELD, bureau, number);
  }

  private static Optional<Shown> shown(JsonNode one) {
    String name = one.path("name").asText().strip();
    return AccountNames.isName(name)
        ? Optional.of(new Shown(name, certificates(one.path("certificates"))))
        : Optional.empty();
  }

  private static List<Certificate> certificates(JsonNode told) {
    List<Certificate> all = new ArrayList<>();
    for (JsonNode one : told) {
      String number = one.path("number").asText();
      if (NUMBER.matcher(number).matches()) {
        all.add(new Certificate(number, day(one.path("validUntil").asText(""))));
      }
    }
    return all;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
