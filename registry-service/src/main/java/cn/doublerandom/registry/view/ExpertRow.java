package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One expert. */
@Entity
@Table(name = "expert_view")
class ExpertRow extends Document {}
