package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.InspectorList;
import cn.doublerandom.registry.application.InspectorList.Names;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Whether the list of inspectors shows their names: to who keeps the register, where he asks for
 * them, so that he can check what he imported. That he looked is noted for an audit, and no name.
 */
@RequestScoped
public class NamesShown {
  private static final Logger AUDIT = Logger.getLogger("suite.audit");
  private static final String FIELD = "names";
  private static final String WANTED = "shown";

  private final Desk desk;
  private final Requests requests;
  private final SecurityIdentity identity;

  @Inject
  NamesShown(Desk desk, Requests requests, SecurityIdentity identity) {
    this.desk = desk;
    this.requests = requests;
    this.identity = identity;
  }

  /** Masked unless who keeps the register asked for them; closed as for programs. */
  Names wanted() {
    if (identity.hasRole(Roles.REGISTRAR)) {
      return desk.here().value(FIELD).equals(WANTED) ? Names.SHOWN : Names.MASKED;
    }
    return identity.hasRole(Roles.COORDINATOR) ? Names.MASKED : Names.CLOSED;
  }

  void note(InspectorList.Result result) {
    if (wanted() == Names.SHOWN) {
      AUDIT.infof("names shown account=%s count=%d", requests.actor(), result.found().size());
    }
  }
}
