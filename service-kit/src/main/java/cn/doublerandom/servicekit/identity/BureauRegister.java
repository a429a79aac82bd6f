package cn.doublerandom.servicekit.identity;

import java.util.Optional;

/**
 * Where a service finds the register of bureaus: its own read model, or the replica of what the
 * registry told. Its rows are of the bureau the installation began with.
 */
public interface BureauRegister {
  /** The table. */
  String view();

  /** What a row says; empty where nothing was registered yet. Throws where it cannot be read. */
  Optional<ServedBureau> bureau(String body);
}
