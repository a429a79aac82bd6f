package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One table that was taken at the desk. */
@Entity
@Table(name = "import_view")
class IntakeRow extends Document {}
