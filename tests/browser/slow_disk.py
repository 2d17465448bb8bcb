"""A device's storage as slow as a test wants it."""

# While a collection is held, whoever wants to read or write it waits: until `holds[n].isLetGo = true`.
HOLD = """async (collection) => {
    const database = await new Promise((done) => {
        const request = indexedDB.open("rebound-local");
        request.onsuccess = () => done(request.result);
    });
    const hold = { isLetGo: false };
    (window.holds ??= []).push(hold);
    const store = database.transaction(collection, "readwrite").objectStore(collection);
    const again = () => {
        if (hold.isLetGo) return database.close();
        store.getKey("").onsuccess = again;
    };
    again();
}"""
