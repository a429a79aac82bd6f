package cn.doublerandom.draw.drawing.external;

import cn.doublerandom.draw.drawing.application.SealingSecrets;
import cn.doublerandom.draw.protocol.Vrf;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret halves of the sealing keys, one file each, named by the public half. They never leave
 * this class; the supervisor's copy in escrow is a copy of the file (docs/operations.md).
 */
@ApplicationScoped
class SealingKeys implements SealingSecrets {
  private static final int SECRET_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final Optional<Path> directory;
  private final SecureRandom random = new SecureRandom();

  @Inject
  SealingKeys(@ConfigProperty(name = "suite.sealing-keys") Optional<Path> directory) {
    this.directory = directory;
  }

  @Override
  public Optional<String> make() {
    return directory.map(where -> {
      String secret = hex();
      String publicKey = Vrf.publicKey(secret);
      try {
        Files.createDirectories(where);
        Path file =
            Files.createFile(
                where.resolve(publicKey + ".key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
      } catch (IOException e) {
        throw new UncheckedIOException("the sealing key cannot be stored", e);
      }
      Log.infof("new sealing key %s", publicKey);
      return publicKey;
    });
  }

  @Override
  public Optional<String> prove(String publicKey, byte[] alpha) {
    return directory
        .map(where -> where.resolve(publicKey + ".key"))
        .filter(Files::isReadable)
        .map(file -> {
          try {
            return Vrf.prove(Files.readString(file).strip(), alpha);
          } catch (IOException e) {
            throw new UncheckedIOException("the sealing key cannot be read", e);
          }
        });
  }

  @Override
  public String hex() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HEX.formatHex(bytes);
  }
}
