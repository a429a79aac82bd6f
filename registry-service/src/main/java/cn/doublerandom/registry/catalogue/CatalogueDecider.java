package cn.doublerandom.registry.catalogue;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.CATALOGUE_VERSION_TAKEN;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.catalogue.Catalogue.Issued;
import cn.doublerandom.registry.catalogue.Catalogue.Unknown;
import cn.doublerandom.registry.catalogue.CatalogueCommand.Import;
import cn.doublerandom.registry.catalogue.CatalogueEvent.CatalogueImported;

/** 对照全系统随机抽查事项清单 (二(一), R13): what was issued under a version stays. */
public final class CatalogueDecider
    implements Decider<CatalogueCommand, CatalogueEvent, Catalogue> {
  @Override
  public Catalogue initial() {
    return new Unknown();
  }

  @Override
  public Decision<CatalogueEvent> decide(CatalogueCommand command, Catalogue catalogue) {
    return switch (command) {
      case Import(Issued issued) ->
          switch (catalogue) {
            case Unknown() ->
                accept(
                    new CatalogueImported(
                        issued.version(), issued.issuer(), issued.issuedOn(), issued.items()));
            case Issued known when known.equals(issued) -> accept();
            case Issued known -> reject(CATALOGUE_VERSION_TAKEN, "version", known.version());
          };
    };
  }

  @Override
  public Catalogue evolve(Catalogue catalogue, CatalogueEvent event) {
    return switch (event) {
      case CatalogueImported(var version, var issuer, var issuedOn, var items) ->
          new Issued(version, issuer, issuedOn, items);
    };
  }
}
