package cn.doublerandom.inspection.external;

import cn.doublerandom.inspection.evidence.EvidenceStore;
import java.nio.file.Path;
import java.util.Optional;

/** The directory keeps what is promised of any place of evidence. */
class EvidenceDirectoryTest extends EvidenceStoreContract {
  @Override
  EvidenceStore store(String key) {
    return new EvidenceDirectory(Optional.of(disk()), Optional.of(home.resolve(key)));
  }

  @Override
  Path disk() {
    return home.resolve("evidence");
  }
}
