package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawRejection;
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
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;

/**
 * drand quicknet (protocol §4): a round is fetched from the configured relay or pasted, and in both
 * cases believed only with its BLS signature.
 */
@ApplicationScoped
class Beacon {
  private static final String DST = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private static final String PUBLIC_KEY =
      "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
          + "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST_ANSWER = 10_000;
  private static final HexFormat HEX = HexFormat.of();

  private final Optional<URI> relay;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();

  @Inject
  Beacon(@ConfigProperty(name = "suite.drand-relay") Optional<URI> relay) {
    this.relay = relay;
  }

  /** A pasted round; its randomness follows from the signature. */
  Entropy.DrandReveal pasted(Entropy.DrandPromise promise, String signature) {
    return new Entropy.DrandReveal(
        promise.chain(),
        promise.round(),
        signature,
        HEX.formatHex(sha256(HEX.parseHex(signature))));
  }

  /**
   * The promised round from the relay.
   *
   * @return fails with {@code beacon-unreachable} where there is no relay or it does not answer
   */
  Uni<Entropy.DrandReveal> fetch(Entropy.DrandPromise promise) {
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
    return new ProblemException(DrawRejection.BEACON_UNREACHABLE);
  }

  /** Whether the signature of a round is quicknet's: on the curve, in the group, by its key. */
  boolean holds(long round, String signature) {
    byte[] message = sha256(ByteBuffer.allocate(Long.BYTES).putLong(round).array());
    try {
      P1_Affine signed = new P1_Affine(HEX.parseHex(signature));
      return signed.in_group()
          && signed.core_verify(new P2_Affine(HEX.parseHex(PUBLIC_KEY)), true, message, DST)
              == BLST_ERROR.BLST_SUCCESS;
    } catch (RuntimeException e) {
      // The binding throws its error code for bytes that are no point of the curve.
      return false;
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
