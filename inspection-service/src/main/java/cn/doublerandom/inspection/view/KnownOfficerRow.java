package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One officer of the register. */
@Entity
@Table(name = "registry_inspector_view")
class KnownOfficerRow extends Document {}
