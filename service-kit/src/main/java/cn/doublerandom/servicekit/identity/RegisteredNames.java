package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the inspectors of a bureau are called, as its register says (ADR 92). */
@ApplicationScoped
class RegisteredNames {
  private final RegisterMemory<String> memory;

  /**
   * @param registry where the registry answers, with its root path; absent where it is not asked
   */
  @Inject
  RegisteredNames(
      @ConfigProperty(name = "suite.names.registry") Optional<URI> registry, Clock clock) {
    this.memory = new RegisterMemory<>(registry, "inspector-names", RegisteredNames::name, clock);
  }

  private static Optional<String> name(JsonNode one) {
    return Optional.of(one.path("name").asText().strip()).filter(AccountNames::isName);
  }

  /** The name of an account; empty where it is not known. */
  String of(BureauKey bureau, String account) {
    return memory.of(bureau, account).orElse("");
  }

  /** Somebody of a bureau is here; asks the register in his name where that is due. */
  void met(BureauKey bureau, String token) {
    memory.met(bureau, token);
  }

  /** The same; done when the register has answered, at once where it is not asked. */
  Uni<Void> learned(BureauKey bureau, String token) {
    return memory.learned(bureau, token);
  }
}
