"""Reports: one file each, with `build(dataset, subject, as_of) -> Page`; found by looking in this folder."""
