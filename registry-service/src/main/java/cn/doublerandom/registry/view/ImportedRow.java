package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One entry that a table changed. */
@Entity
@Table(name = "import_changed_view")
class ImportedRow extends Document {}
