"""Names and terms: loaders of the gazetteer and the glossary, and finding them in a text."""
