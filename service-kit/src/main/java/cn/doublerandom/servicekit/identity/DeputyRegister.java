package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.people.Deputyship;
import java.util.Optional;

/**
 * Where a service finds who may act for whom (代理): its own read model, or the replica of what the
 * registry told. Each row has its deputy in the column {@code deputy}.
 */
public interface DeputyRegister {
  /** The table. */
  String view();

  /** What a row says; empty where it was ended. Throws where it cannot be read. */
  Optional<Deputyship> deputyship(String body);
}
