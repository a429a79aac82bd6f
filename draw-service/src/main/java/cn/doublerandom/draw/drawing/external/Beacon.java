package cn.doublerandom.draw.drawing.external;

import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.drawing.application.BeaconRounds;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * drand quicknet (protocol §4): a round is fetched from the configured relay or pasted, and in both
 * cases believed only with its BLS signature.
 */
@ApplicationScoped
class Beacon implements BeaconRounds {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST_ANSWER = 10_000;

  private final Optional<URI> relay;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();

  @Inject
  Beacon(@ConfigProperty(name = "suite.drand-relay") Optional<URI> relay) {
    this.relay = relay;
  }

  @Override
  public Entropy.DrandReveal pasted(Entropy.DrandPromise promise, String signature) {
    return new Entropy.DrandReveal(
        promise.chain(), promise.round(), signature, Quicknet.randomness(signature));
  }

  @Override
  public boolean holds(Entropy.DrandReveal round) {
    return Quicknet.holds(round.round(), round.signature());
  }

  @Override
  public Uni<Entropy.DrandReveal> fetch(Entropy.DrandPromise promise) {
    if (relay.isEmpty()) {
      return Uni.createFrom().failure(unreachable());
    }
    URI address =
        URI.create(
            "%s/%s/public/%d"
                .formatted(
                    relay.get().toString().replaceAll("/$", ""), promise.chain(), promise.round()));
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
    return Uni.createFrom()
        .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
        .map(answer -> pasted(promise, signature(answer)))
        .onFailure(e -> !(e instanceof ProblemException))
        .transform(e -> unreachable());
  }

  private String signature(HttpResponse<String> answer) {
    if (answer.statusCode() != 200 || answer.body().length() > LARGEST_ANSWER) {
      throw unreachable();
    }
    try {
      String signature = json.readTree(answer.body()).path("signature").asText();
      if (signature.matches("[0-9a-f]{96}")) {
        return signature;
      }
      throw unreachable();
    } catch (IOException e) {
      throw unreachable();
    }
  }

  private static ProblemException unreachable() {
    return new ProblemException(EntropyRejection.BEACON_UNREACHABLE);
  }
}
