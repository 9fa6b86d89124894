"""Reports: values laid out for paper and other programs; what they say comes from the domain and the language."""
