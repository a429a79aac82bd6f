package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One expert of the register. */
@Entity
@Table(name = "registry_expert_view")
class KnownExpertRow extends Document {}
